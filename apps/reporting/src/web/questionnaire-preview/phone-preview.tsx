import { codedItem, NO, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import { type Item, isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { questionCount } from '@wayproof/forms/questionnaire/questionnaire-check'
import { type SurveyText, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { LONGEST_TEXT } from '@wayproof/forms/questionnaire-draft/draft-check'
import { isLocale, LOCALES, nearestLocale } from '@wayproof/kernel/people/locale'
import { textDirection } from '@wayproof/kernel/people/survey-language'
import { useId, useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { answersOf } from '../questionnaire-fields/item-names.ts'
import { useNameOfLanguage, useSecondLanguage } from '../questionnaire-fields/second-language.tsx'
import { shortText } from '../questionnaire-fields/short-text.ts'
import styles from './phone.module.css'

interface PhonePreviewProps {
  readonly questionnaire: Questionnaire
  /** The question that the officer edits; null: the lead-in. */
  readonly selected: string | null
}

/** The questionnaire as a traveler sees it on a phone, in each language of the survey. A text that is missing is shown in English, as on the page. Answers are not stored. */
export function PhonePreview({ questionnaire, selected }: PhonePreviewProps) {
  const { locale, words } = useLanguage()
  const { preview: text } = words.reporting.questionnaireItems
  const nameOf = useNameOfLanguage()
  const { added } = useSecondLanguage()
  const [chosen, setChosen] = useState<string>(locale)
  const offered = [...LOCALES, ...added.map(({ tag }) => tag)]
  const language = offered.includes(chosen) ? chosen : locale
  const [answers, setAnswers] = useState<Answers>({})
  const [showsAll, setShowsAll] = useState(false)
  const { stem } = questionnaire
  const items = showsAll ? questionnaire.items : previewedItems(questionnaire, selected)
  return (
    <section className={styles.preview} aria-label={text.title} data-all={showsAll || undefined}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <fieldset className={styles.languages}>
          <legend className="sr-only">{text.language}</legend>
          {offered.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              translate="no"
              aria-pressed={each === language}
              onClick={() => setChosen(each)}
            >
              {isLocale(each) ? text.names[each] : nameOf(each)}
            </button>
          ))}
        </fieldset>
      </div>
      <div className={styles.phone} lang={language} dir={textDirection(language)} translate="no">
        {items.map((item, nth) => {
          const isUnder = stem.appliesTo.includes(item.id)
          const isFirst = isUnder && !stem.appliesTo.includes(items[nth - 1]?.id ?? '')
          const above = item.type === 'matrix' ? item : isFirst ? stem : null
          return (
            <div key={item.id}>
              {above ? (
                <p className={styles.stem} dir="auto">
                  {textIn(above, language)}
                </p>
              ) : null}
              {(item.type === 'matrix' ? item.rows : [item]).map((question) => (
                <PreviewQuestion
                  key={question.id}
                  questionnaire={questionnaire}
                  item={item}
                  asked={question}
                  language={language}
                  answers={answers}
                  onAnswer={setAnswers}
                />
              ))}
            </div>
          )
        })}
      </div>
      <LinkButton aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
        {showsAll ? text.few : text.all(questionCount(questionnaire))}
      </LinkButton>
    </section>
  )
}

/**
 * The questions that a preview shows with a selected one: those that its condition names, itself, and the next one. With
 * none selected, the first two under the lead-in, or else the first two.
 */
export function previewedItems(questionnaire: Questionnaire, selected: string | null): readonly Item[] {
  const { items, stem } = questionnaire
  const at = items.findIndex(({ id }) => id === selected)
  const item = items[at]
  if (!item) {
    const under = items.filter(({ id }) => stem.appliesTo.includes(id))
    return (under.length > 0 ? under : items).slice(0, 2)
  }
  const named = new Set(Object.keys(item.showIf ?? {}).map((id) => codedItem(questionnaire, id)?.item.id))
  return items.filter(({ id }, nth) => nth === at || nth === at + 1 || (nth < at && named.has(id)))
}

interface PreviewQuestionProps {
  readonly questionnaire: Questionnaire
  readonly item: Item
  /** The question itself, or one statement of a matrix. */
  readonly asked: SurveyText & { readonly id: string }
  readonly language: string
  /** Chosen codes by question, statement or choice. */
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}

type Answers = Readonly<Record<string, string>>

/** One question with the rows of the survey page; its answers hide while the traveler has not met its condition. */
function PreviewQuestion({ questionnaire, item, asked: question, language, answers, onAnswer }: PreviewQuestionProps) {
  const id = useId()
  const hints = useLanguage().words.reporting.questionnaireItems.preview.hints[nearestLocale(language)]
  const conditions = Object.entries(item.showIf ?? {})
  const isShown = conditions.every(([on, code]) => (code === NO ? answers[on] !== YES : answers[on] === code))
  const wording = shortText(textIn(question, language), LONGEST_TEXT)
  if (isOpenText(item))
    return (
      <div className={styles.question}>
        <label className={styles.legend} htmlFor={id} dir="auto">
          {wording}
        </label>
        <p className={styles.hint}>
          {item.required ? null : `${hints.optional} · `}
          {hints.longest(item.maxLength)}
        </p>
        {item.type === 'short' ? (
          <input id={id} className={styles.area} />
        ) : (
          <textarea id={id} className={styles.area} rows={4} />
        )}
      </div>
    )
  const choose = (code: string, isChosen: boolean) =>
    onAnswer(
      item.type === 'several'
        ? { ...answers, [tickId(item, { value: code })]: isChosen ? YES : NO }
        : { ...answers, [question.id]: code },
    )
  const isChosen = (code: string) =>
    item.type === 'several' ? answers[tickId(item, { value: code })] === YES : answers[question.id] === code
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend} dir="auto">
        <span>{closedNumber(questionnaire, question.id)}</span> {wording}
      </legend>
      {conditions.slice(0, 1).map(([on, code]) => (
        <Condition key={on} questionnaire={questionnaire} on={on} code={code} language={language} />
      ))}
      <HowToChoose item={item} language={language} />
      {isShown ? (
        <div className={styles.options} data-numbers={item.type === 'recommend' || undefined}>
          {answersOf(questionnaire, item, language, hints.fixed).map(({ code, label, isOffScale }) => (
            <label key={code} data-off={isOffScale || undefined} dir="auto">
              <input
                type={item.type === 'several' ? 'checkbox' : 'radio'}
                name={`${id} ${question.id}`}
                checked={isChosen(code)}
                onChange={({ currentTarget: { checked } }) => choose(code, checked)}
              />
              {label || code}
            </label>
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}

function HowToChoose({ item, language }: Pick<PreviewQuestionProps, 'item' | 'language'>) {
  const hints = useLanguage().words.reporting.questionnaireItems.preview.hints[nearestLocale(language)]
  if (item.type === 'several') {
    const { maxChosen } = item
    return <p className={styles.hint}>{maxChosen === undefined ? hints.chooseAny : hints.chooseUpTo(maxChosen)}</p>
  }
  return item.type === 'recommend' && item.ends ? (
    <p className={styles.hint}>{hints.ends(textIn(item.ends.lowest, language), textIn(item.ends.highest, language))}</p>
  ) : null
}

interface ConditionProps extends Pick<PreviewQuestionProps, 'questionnaire' | 'language'> {
  readonly on: string
  readonly code: string
}

function Condition({ questionnaire, on, code, language }: ConditionProps) {
  const hints = useLanguage().words.reporting.questionnaireItems.preview.hints[nearestLocale(language)]
  const earlier = codedItem(questionnaire, on)
  if (!earlier) return null
  if (earlier.kind === 'tick') {
    const sentence = code === NO ? hints.onlyIfNot : hints.onlyIf
    const number = closedNumber(questionnaire, earlier.item.id)
    return <p className={styles.hint}>{sentence(textIn(earlier.option, language), number)}</p>
  }
  const answerOptions = answersOf(questionnaire, earlier.item, language, hints.fixed)
  const option = answerOptions.find((each) => each.code === code)
  return option ? <p className={styles.hint}>{hints.onlyIf(option.label, closedNumber(questionnaire, on))}</p> : null
}

/** The survey page numbers only closed questions, and each statement of a matrix. */
function closedNumber({ items }: Questionnaire, id: string): number {
  const closed = items.filter((item) => !isOpenText(item))
  const ids = closed.flatMap((item) => (item.type === 'matrix' ? item.rows.map((row) => row.id) : [item.id]))
  return ids.indexOf(id) + 1
}
