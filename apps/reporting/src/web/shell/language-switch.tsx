import { LOCALES } from '@wayproof/kernel/people/locale'
import { useLanguage } from '../language.tsx'
import styles from './shell.module.css'

export function LanguageSwitch() {
  const { locale, words, choose } = useLanguage()
  return (
    <fieldset className={styles.choices} aria-label={words.reporting.shell.language}>
      {LOCALES.map((option) => (
        <button
          key={option}
          type="button"
          lang={option}
          className={styles.choice}
          aria-pressed={option === locale}
          onClick={() => choose(option)}
        >
          {words.reporting.people.languages[option]}
        </button>
      ))}
    </fieldset>
  )
}
