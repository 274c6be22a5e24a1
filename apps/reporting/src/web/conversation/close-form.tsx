import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../components/panel.tsx'
import { AskingForm } from '../forms/asking-form.tsx'

interface CloseFormProps<Outcome extends string> {
  readonly text: Readonly<Record<'title' | 'lead' | 'outcome' | 'action' | 'confirmTitle' | 'confirm', string>>
  readonly outcomes: readonly Outcome[]
  readonly names: Readonly<Record<Outcome, string>>
  /** Whether a required step is still open. */
  readonly early?: boolean
  readonly error: unknown
  readonly busy: boolean
  /** Must call `done`, which closes the dialog, on success and on failure. */
  readonly onClose: (outcome: Outcome, done: () => void) => void
  readonly onAgain: () => void
}

/** Closes a case with an outcome, and first says what cannot be undone. */
export function CloseForm<Outcome extends string>(props: CloseFormProps<Outcome>) {
  const { text, outcomes, names, early = false, error, busy, onClose, onAgain } = props
  const [chosen, setChosen] = useState(0)
  const outcome = outcomes[chosen]
  if (outcome === undefined) return null
  return (
    <Panel title={text.title}>
      <AskingForm
        text={text}
        chosen={names[outcome]}
        command={{ isPending: busy, error, reset: onAgain }}
        act={({ onSettled }) => onClose(outcome, onSettled)}
        button={{ variant: 'default', disabled: early }}
      >
        <NativeSelect
          label={text.outcome}
          value={outcome}
          data={outcomes.map((value) => ({ value, label: names[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setChosen(selectedIndex)}
        />
      </AskingForm>
    </Panel>
  )
}
