import { LOCALES } from '@wayproof/kernel'
import { useLanguage } from '../language.tsx'
import styles from './shell.module.css'

export function LanguageSwitch() {
  const { locale, words, choose } = useLanguage()
  return (
    <fieldset className={styles.choices} aria-label={words.reporting.shell.language}>
      {LOCALES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className={styles.choice}
          aria-pressed={each === locale}
          onClick={() => choose(each)}
        >
          {words.reporting.people.languages[each]}
        </button>
      ))}
    </fieldset>
  )
}
