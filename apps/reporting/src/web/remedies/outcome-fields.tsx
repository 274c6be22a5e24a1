import { NativeSelect } from '@mantine/core'
import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

const STATES = ['done', 'under-way', 'dropped'] as const

export type OutcomeInputs = Pick<ActionOutcome, 'state' | 'text'>

interface OutcomeFieldsProps {
  readonly inputs: OutcomeInputs
  readonly onChange: (inputs: OutcomeInputs) => void
}

export function OutcomeFields({ inputs, onChange }: OutcomeFieldsProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.before
  return (
    <>
      <NativeSelect
        label={text.state}
        value={inputs.state}
        data={STATES.map((value) => ({ value, label: words.closing.outcomes[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...inputs, state: STATES.find((candidate) => candidate === value) ?? inputs.state })
        }
      />
      <TextField
        label={text.text}
        value={inputs.text}
        maxLength={300}
        fault={inputs.text.trim() === '' ? words.reporting.closing.remedy.empty : null}
        onChange={({ currentTarget: { value } }) => onChange({ ...inputs, text: value })}
      />
    </>
  )
}
