import { Textarea } from '@mantine/core'
import { type SurveyText, wordingIn } from '@wayproof/forms/questionnaire/survey-text'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { textDirection } from '@wayproof/kernel/people/survey-language'
import styles from './items.module.css'
import { useNameOfLanguage, useSecondLanguage } from './second-language.tsx'

interface LocalFieldsProps {
  /** Names the fields for screen readers, with the language added. */
  readonly label: string
  /** Stands before the fields: the number of an answer. */
  readonly mark?: string
  readonly value: SurveyText
  readonly onChange: (language: string, text: string) => void
}

/**
 * One text in Chinese and in the chosen second language, side by side. A missing translation into a language in use is
 * marked.
 */
export function LocalFields({ label, mark, value, onChange }: LocalFieldsProps) {
  const nameOf = useNameOfLanguage()
  const { added, second } = useSecondLanguage()
  return (
    <div className={styles.pair}>
      {[LOCALES[0], second].map((language) => {
        const wording = wordingIn(value, language) ?? ''
        const isRequired = added.find(({ tag }) => tag === language)?.isActive ?? true
        return (
          <Textarea
            key={language}
            aria-label={`${label} (${nameOf(language)})`}
            lang={language}
            dir={wording === '' ? textDirection(language) : 'auto'}
            translate="no"
            rows={1}
            placeholder={second === language && second !== LOCALES[1] ? value.en || nameOf(language) : nameOf(language)}
            leftSection={mark}
            classNames={{ input: styles.text ?? '' }}
            data-missing={(isRequired && wording.trim() === '') || undefined}
            value={wording}
            onChange={({ currentTarget }) => onChange(language, currentTarget.value)}
          />
        )
      })}
    </div>
  )
}
