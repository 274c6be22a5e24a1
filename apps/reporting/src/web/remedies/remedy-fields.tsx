import type { RemedyText } from '@wayproof/scorecard'
import styles from '../closing/closing.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

interface RemedyFieldsProps {
  readonly typed: RemedyText
  /** The label of the note: why the goal is red, or why there was no survey. */
  readonly note: string
  /** Whether the due day is in the past or not chosen. */
  readonly dayWrong: boolean
  readonly onChange: (typed: RemedyText) => void
}

export function RemedyFields({ typed, note, dayWrong, onChange }: RemedyFieldsProps) {
  const text = useLanguage().words.reporting.closing.remedy
  const field = (name: 'note' | 'action' | 'effect') => (
    <TextField
      className={name === 'effect' ? '' : styles.wide}
      label={name === 'note' ? note : text[name]}
      value={typed[name]}
      maxLength={300}
      fault={typed[name].trim() === '' ? text.empty : null}
      onChange={({ currentTarget: { value } }) => onChange({ ...typed, [name]: value })}
    />
  )
  return (
    <>
      {field('note')}
      {field('action')}
      <TextField
        type="date"
        label={text.dueOn}
        value={typed.dueOn}
        fault={dayWrong ? text.day : null}
        onChange={({ currentTarget: { value } }) => onChange({ ...typed, dueOn: value })}
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
