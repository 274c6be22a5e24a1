import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { questionCount } from '@wayproof/forms/questionnaire/questionnaire-check'
import { textIn } from '@wayproof/forms/questionnaire/survey-text'
import { isLocale, LOCALES } from '@wayproof/kernel/people/locale'
import { textDirection } from '@wayproof/kernel/people/survey-language'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { useNameOfLanguage, useSecondLanguage } from '../questionnaire-fields/second-language.tsx'
import styles from './phone.module.css'
import { type Answers, PreviewQuestion } from './preview-question.tsx'
import { previewedItems } from './previewed-items.ts'

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
