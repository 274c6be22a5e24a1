import type { Locale } from '@wayproof/kernel/people/locale'
import { useLanguage } from '../language.tsx'
import styles from './summaries.module.css'

interface LetterTextProps {
  readonly letter: { readonly subject: string; readonly text: string }
  readonly locale: Locale
}

/** Shows a letter's plain text, because the page's content security policy blocks the styles of its HTML. */
export function LetterText({ letter, locale }: LetterTextProps) {
  const text = useLanguage().words.reporting.summaries.letter
  return (
    <div>
      <p>
        {text.subject}{' '}
        <span className={styles.subject} lang={locale} translate="no">
          {letter.subject}
        </span>
      </p>
      <div className={styles.letter} lang={locale} translate="no">
        {letter.text}
      </div>
    </div>
  )
}
