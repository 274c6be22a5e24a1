import { Textarea } from '@mantine/core'
import { LOCALES, type Locale, type LocalText } from '@wayproof/kernel'
import { useLanguage } from '../language.tsx'
import styles from './items.module.css'

interface LocalFieldsProps {
  /** Names the fields for screen readers, with the language added. */
  readonly label: string
  /** Stands before the fields: the number of an answer. */
  readonly mark?: string
  readonly value: LocalText
  readonly onChange: (locale: Locale, text: string) => void
}

/** One text in both languages, side by side. A missing translation is marked while the other language has a text. */
export function LocalFields({ label, mark, value, onChange }: LocalFieldsProps) {
  const { languages } = useLanguage().words.reporting.questionnaireItems
  return (
    <div className={styles.pair}>
      {LOCALES.map((locale) => (
        <Textarea
          key={locale}
          aria-label={`${label} (${languages[locale]})`}
          lang={locale}
          dir="auto"
          translate="no"
          rows={1}
          placeholder={languages[locale]}
          leftSection={mark}
          classNames={{ input: styles.text ?? '' }}
          data-missing={value[locale].trim() === '' || undefined}
          value={value[locale]}
          onChange={({ currentTarget }) => onChange(locale, currentTarget.value)}
        />
      ))}
    </div>
  )
}
