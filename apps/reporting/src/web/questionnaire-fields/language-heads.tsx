import { completenessIn } from '@wayproof/forms/questionnaire-draft/local-texts'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './items.module.css'
import { useNameOfLanguage, useSecondLanguage } from './second-language.tsx'

const [FIRST, ENGLISH] = LOCALES

/** Heads the two columns: each language with the number of its texts that are there; the second one can be chosen. */
export function LanguageHeads({ of }: { readonly of: unknown }) {
  const { item } = useLanguage().words.reporting.questionnaireItems
  const nameOf = useNameOfLanguage()
  const { added, second, choose } = useSecondLanguage()
  return (
    <div className={styles.pair}>
      <p className={styles.language}>
        <b lang={FIRST} translate="no">
          {nameOf(FIRST)}
        </b>
        <Count of={of} language={FIRST} />
      </p>
      {added.length === 0 ? (
        <p className={styles.language}>
          <b lang={second} translate="no">
            {nameOf(second)}
          </b>
          <Count of={of} language={second} />
        </p>
      ) : (
        <fieldset className={styles.switch}>
          <legend className="sr-only">{item.second}</legend>
          {[ENGLISH, ...added.map(({ tag }) => tag)].map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === second}
              onClick={() => choose(language)}
              className={styles.language}
            >
              <bdi lang={language} translate="no">
                {nameOf(language)}
              </bdi>
              <Count of={of} language={language} />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** Texts that a language has, of all; amber only while a language in use lacks one. */
function Count({ of, language }: { readonly of: unknown; readonly language: string }) {
  const { item } = useLanguage().words.reporting.questionnaireItems
  const { added } = useSecondLanguage()
  const { filled, all } = completenessIn(of, language)
  const isComplete = filled === all
  const isRequired = added.find(({ tag }) => tag === language)?.isActive ?? true
  if (!isRequired && !isComplete) return <span>{item.notInUse(filled, all)}</span>
  return (
    <span data-tone={isComplete ? undefined : 'amber'}>
      <span aria-hidden="true">
        <StatusShape shape={isComplete ? 'demonstrated' : 'amber'} label="" size={14} />
      </span>
      {item.complete(filled, all)}
    </span>
  )
}
