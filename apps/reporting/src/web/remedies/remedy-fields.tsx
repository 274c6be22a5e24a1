import type { RemedyText } from '@wayproof/scorecard/closing/remedies/remedy'
import styles from '../closing/closing.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

interface RemedyFieldsProps {
  readonly inputs: RemedyText
  /** The label of the note: why the goal is red, or why there was no survey. */
  readonly note: string
  /** Whether the due day is in the past or not chosen. */
  readonly isDayWrong: boolean
  readonly onChange: (inputs: RemedyText) => void
}

export function RemedyFields({ inputs, note, isDayWrong, onChange }: RemedyFieldsProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const field = (name: 'note' | 'action' | 'effect') => (
    <TextField
      className={name === 'effect' ? '' : styles.wide}
      label={name === 'note' ? note : text[name]}
      value={inputs[name]}
      maxLength={300}
      fault={inputs[name].trim() === '' ? text.empty : null}
      onChange={({ currentTarget: { value } }) => onChange({ ...inputs, [name]: value })}
    />
  )
  return (
    <>
      {field('note')}
      {field('action')}
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

export const trimmed = ({ note, action, effect, dueOn }: RemedyText): RemedyText => ({
  note: note.trim(),
  action: action.trim(),
  effect: effect.trim(),
  dueOn,
})
