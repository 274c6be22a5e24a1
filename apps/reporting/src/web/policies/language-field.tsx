import { Autocomplete } from '@mantine/core'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'

interface LanguageFieldProps {
  readonly languages: readonly string[]
  readonly language: string
  readonly onChange: (language: string) => void
}

/** Chooses a language that surfaces must show, or any other. */
export function LanguageField({ languages, language, onChange }: LanguageFieldProps) {
  const text = useLanguage().words.reporting.policies.text
  return (
    <Autocomplete
      {...useFieldFault(null)}
      required
      withAsterisk={false}
      label={text.language}
      translate="no"
      renderOption={({ option }) => <span translate="no">{option.value}</span>}
      description={<span translate="no">{text.languageHint}</span>}
      data={languages}
      value={language}
      maxLength={35}
      onChange={onChange}
    />
  )
}
