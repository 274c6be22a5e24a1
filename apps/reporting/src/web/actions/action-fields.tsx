import { NativeSelect } from '@mantine/core'
import { ACTION_OWNERS, type ActionText } from '@wayproof/oversight/actions/action'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

interface ActionFieldsProps {
  readonly inputs: ActionText
  /** Whether the due day is in the past or not chosen. */
  readonly isDayWrong: boolean
  readonly onChange: (inputs: ActionText) => void
  /** Without the field of the text, which another form asks for. */
  readonly withoutText?: boolean
}

export function ActionFields({ inputs, isDayWrong, onChange, withoutText = false }: ActionFieldsProps) {
  const { words } = useLanguage()
  const text = words.reporting.closing.remedy
  const { add, columns } = words.reporting.actions
  const field = (name: 'text' | 'effect') => (
    <TextField
      label={name === 'text' ? add.text : columns.effect}
      value={inputs[name]}
      maxLength={300}
      fault={inputs[name].trim() === '' ? text.empty : null}
      onChange={({ currentTarget: { value } }) => onChange({ ...inputs, [name]: value })}
    />
  )
  return (
    <>
      {withoutText ? null : field('text')}
      <NativeSelect
        label={columns.owner}
        value={inputs.owner}
        data={ACTION_OWNERS.map((value) => ({ value, label: words.goals.owners[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...inputs, owner: ACTION_OWNERS.find((owner) => owner === value) ?? inputs.owner })
        }
      />
      <TextField
        type="date"
        label={text.dueOn}
        value={inputs.dueOn}
        fault={isDayWrong ? text.day : null}
        onChange={({ currentTarget: { value } }) => onChange({ ...inputs, dueOn: value })}
      />
      {field('effect')}
    </>
  )
}

export const NO_ACTION: ActionText = { text: '', owner: 'privacy-officer', dueOn: '', effect: '' }

export const trimmedAction = ({ text, owner, dueOn, effect }: ActionText): ActionText => ({
  ...{ text: text.trim(), owner, dueOn },
  effect: effect.trim(),
})
