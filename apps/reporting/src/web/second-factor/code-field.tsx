import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

/** A recovery code with spaces is longer than a code of the app. */
const MOST_CHARACTERS = 60

interface CodeFieldProps {
  readonly hint: string
  readonly code: string
  readonly onCode: (code: string) => void
}

export function CodeField({ hint, code, onCode }: CodeFieldProps) {
  return (
    <TextField
      required
      autoComplete="one-time-code"
      maxLength={MOST_CHARACTERS}
      label={useLanguage().words.reporting.account.factor.code}
      description={hint}
      value={code}
      onChange={({ currentTarget: { value } }) => onCode(value)}
    />
  )
}
