import { Autocomplete } from '@mantine/core'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLengthLimit } from '../forms/use-length-limit.ts'
import { useLanguage } from '../language.tsx'

const MOST_CHARACTERS = 35

interface LanguageFieldProps {
  readonly languages: readonly string[]
  readonly language: string
  readonly onChange: (language: string) => void
}

/** Chooses a language that surfaces must show, or any other. */
export function LanguageField({ languages, language, onChange }: LanguageFieldProps) {
  const text = useLanguage().words.reporting.policies.text
  const { fault } = useLengthLimit(language, MOST_CHARACTERS)
  return (
    <Autocomplete
      {...useFieldFault(fault, fault)}
      required
      withAsterisk={false}
      label={text.language}
      translate="no"
      renderOption={({ option }) => <span translate="no">{option.value}</span>}
      description={<span translate="no">{text.languageHint}</span>}
      data={languages}
      value={language}
      onChange={onChange}
    />
  )
}
