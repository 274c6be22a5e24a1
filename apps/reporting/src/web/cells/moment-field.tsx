import { TextInput } from '@mantine/core'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import { instantOf, localTimeAt } from '@wayproof/kernel/calendar/local-time'
import { timeZoneName } from '@wayproof/messages/date-format'
import type { Ref } from 'react'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface MomentFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly error: string | null
  /** Empty, or a moment with its UTC offset. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Edits a moment in the organization's time zone. */
export function MomentField({ ref, label, error, value, onChange }: MomentFieldProps) {
  const { timeZone } = useOrganisationDays()
  const { words, locale } = useLanguage()
  const at = Date.parse(value)
  const storedText = (local: string) =>
    cellText({ name: '', kind: 'instant', required: false }, instantOf(local, timeZone))
  return (
    <TextInput
      ref={ref}
      label={label}
      description={words.reporting.rows.onClocksOf(timeZoneName(timeZone, locale))}
      error={error}
      translate="no"
      type="datetime-local"
      step={1}
      value={Number.isNaN(at) ? '' : localTimeAt(at, timeZone)}
      onChange={({ currentTarget: { value: local } }) => onChange(local === '' ? '' : storedText(local))}
    />
  )
}
