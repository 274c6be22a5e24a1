import { LOCALES, type Locale } from '@wayproof/kernel'
import type { Questionnaire } from '@wayproof/survey'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './phone.module.css'
import { PreviewQuestion } from './preview-question.tsx'

interface PhonePreviewProps {
  readonly questionnaire: Questionnaire
  /** The question that the officer edits; the preview scrolls to it. */
  readonly selected: string | null
}

/** The questionnaire as a traveler sees it on a phone, in either language. Answers are not stored. */
export function PhonePreview({ questionnaire, selected }: PhonePreviewProps) {
  const { locale: own, words } = useLanguage()
  const { preview: text } = words.reporting.questionnaireItems
  const [locale, setLocale] = useState<Locale>(own)
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const phone = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = phone.current
    const question = frame?.querySelector<HTMLElement>(`[data-item="${CSS.escape(selected ?? '')}"]`)
    // Only the phone scrolls, never the page.
    if (frame) frame.scrollTop = question ? question.offsetTop - frame.offsetTop - 16 : 0
  }, [selected])
  const { items, stem } = questionnaire
  return (
    <section className={styles.preview} aria-label={text.title}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <fieldset className={styles.languages}>
          <legend className="sr-only">{text.language}</legend>
          {LOCALES.map((each) => (
            <button key={each} type="button" lang={each} aria-pressed={each === locale} onClick={() => setLocale(each)}>
              {text.names[each]}
            </button>
          ))}
        </fieldset>
      </div>
      <div ref={phone} className={styles.phone} lang={locale} translate="no">
        {items.map((item, nth) => {
          const isUnder = stem.appliesTo.includes(item.id)
          const isFirst = isUnder && !stem.appliesTo.includes(items[nth - 1]?.id ?? '')
          return (
            <div key={item.id} data-item={item.id}>
              {isFirst ? (
                <p className={styles.stem} dir="auto">
                  {stem[locale]}
                </p>
              ) : null}
              <PreviewQuestion
                questionnaire={questionnaire}
                item={item}
                locale={locale}
                answers={answers}
                onAnswer={(code) => setAnswers({ ...answers, [item.id]: code })}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}
