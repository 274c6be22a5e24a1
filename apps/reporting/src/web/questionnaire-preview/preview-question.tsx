import type { Locale } from '@wayproof/kernel'
import type { Item, Questionnaire } from '@wayproof/survey'
import { LONGEST_TEXT } from '@wayproof/survey/questionnaire-draft'
import { useId } from 'react'
import { useLanguage } from '../language.tsx'
import { answersOf } from '../questionnaire-items/item-names.ts'
import { shortText } from '../questionnaire-items/short-text.ts'
import styles from './phone.module.css'

interface PreviewQuestionProps {
  readonly questionnaire: Questionnaire
  readonly item: Item
  readonly locale: Locale
  /** Chosen codes by question. */
  readonly answers: Readonly<Record<string, string>>
  readonly onAnswer: (code: string) => void
}

/** One question with the rows of the survey page; its answers hide while the traveler has not met its condition. */
export function PreviewQuestion({ questionnaire, item, locale, answers, onAnswer }: PreviewQuestionProps) {
  const id = useId()
  const hints = useLanguage().words.reporting.questionnaireItems.preview.hints[locale]
  const options = answersOf(questionnaire, item, locale)
  const conditions = Object.entries(item.showIf ?? {})
  const isShown = conditions.every(([on, code]) => answers[on] === code)
  const number = closedNumber(questionnaire, item)
  const wording = shortText(item[locale], LONGEST_TEXT)
  if (item.type === 'text')
    return (
      <div className={styles.question}>
        <label className={styles.legend} htmlFor={id} dir="auto">
          {wording}
        </label>
        <p className={styles.hint}>
          {item.required ? null : `${hints.optional} · `}
          {hints.longest(item.maxLength)}
        </p>
        <textarea id={id} className={styles.area} rows={4} maxLength={Math.max(1, item.maxLength)} />
      </div>
    )
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend} dir="auto">
        <span>{number}</span> {wording}
      </legend>
      {conditions.slice(0, 1).map(([on, code]) => (
        <Condition key={on} questionnaire={questionnaire} on={on} code={code} locale={locale} />
      ))}
      {isShown ? (
        <div className={styles.options}>
          {options.map(({ code, label, isOffScale }) => (
            <label key={code} data-off={isOffScale || undefined} dir="auto">
              <input
                type="radio"
                name={`${id} ${item.id}`}
                checked={answers[item.id] === code}
                onChange={() => onAnswer(code)}
              />
              {label || code}
            </label>
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}

interface ConditionProps extends Pick<PreviewQuestionProps, 'questionnaire' | 'locale'> {
  readonly on: string
  readonly code: string
}

function Condition({ questionnaire, on, code, locale }: ConditionProps) {
  const hints = useLanguage().words.reporting.questionnaireItems.preview.hints[locale]
  const earlier = questionnaire.items.find(({ id }) => id === on)
  const known = earlier ? answersOf(questionnaire, earlier, locale) : []
  const option = known.find((each) => each.code === code)
  return earlier && option ? (
    <p className={styles.hint}>{hints.onlyIf(option.label, closedNumber(questionnaire, earlier))}</p>
  ) : null
}

/** The survey page numbers only closed questions. */
const closedNumber = ({ items }: Questionnaire, { id }: Item): number =>
  items.slice(0, items.findIndex((item) => item.id === id) + 1).filter(({ type }) => type !== 'text').length
