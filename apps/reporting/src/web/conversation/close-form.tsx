import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'

interface CloseFormProps<Outcome extends string> {
  readonly text: Readonly<Record<'title' | 'lead' | 'outcome' | 'action' | 'confirmTitle' | 'confirm', string>>
  readonly outcomes: readonly Outcome[]
  readonly names: Readonly<Record<Outcome, string>>
  /** Whether a required step is still open. */
  readonly isEarly?: boolean
  readonly error: unknown
  readonly busy: boolean
  /** Must call `onSettled`, which closes the dialog, on success and on failure. */
  readonly onClose: (outcome: Outcome, onSettled: () => void) => void
  readonly onAgain: () => void
}

/** Closes a case with an outcome, and first says what cannot be undone. */
export function CloseForm<Outcome extends string>(props: CloseFormProps<Outcome>) {
  const { text, outcomes, names, isEarly = false, error, busy, onClose, onAgain } = props
  const [chosenIndex, setChosenIndex] = useState(0)
  const outcome = outcomes[chosenIndex]
  if (outcome === undefined) return null
  return (
    <Panel title={text.title}>
      <ConfirmForm
        text={text}
        summary={names[outcome]}
        command={{ isPending: busy, error, reset: onAgain }}
        onConfirm={({ onSettled }) => onClose(outcome, onSettled)}
        button={{ variant: 'default', disabled: isEarly }}
      >
        <NativeSelect
          label={text.outcome}
          value={outcome}
          data={outcomes.map((value) => ({ value, label: names[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setChosenIndex(selectedIndex)}
        />
      </ConfirmForm>
    </Panel>
  )
}
