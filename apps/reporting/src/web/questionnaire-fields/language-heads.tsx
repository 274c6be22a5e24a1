import { LOCALES } from '@wayproof/kernel'
import { completenessIn } from '@wayproof/survey/questionnaire-draft'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './items.module.css'

/** Heads the two columns: each language with the number of its texts that are there. */
export function LanguageHeads({ of }: { readonly of: unknown }) {
  const { languages, item } = useLanguage().words.reporting.questionnaireItems
  return (
    <div className={styles.pair}>
      {LOCALES.map((locale) => {
        const { filled, all } = completenessIn(of, locale)
        const isComplete = filled === all
        return (
          <p key={locale} className={styles.language}>
            <b lang={locale} translate="no">
              {languages[locale]}
            </b>
            <span data-tone={isComplete ? undefined : 'amber'}>
              <span aria-hidden="true">
                <StatusShape shape={isComplete ? 'demonstrated' : 'amber'} label="" size={14} />
              </span>
              {item.complete(filled, all)}
            </span>
          </p>
        )
      })}
    </div>
  )
}
