import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../components/panel.tsx'
import { AskingForm } from '../forms/asking-form.tsx'

interface CloseFormProps<Outcome extends string> {
  readonly text: Readonly<Record<'title' | 'lead' | 'outcome' | 'action' | 'confirmTitle' | 'confirm', string>>
  readonly outcomes: readonly Outcome[]
  readonly names: Readonly<Record<Outcome, string>>
  /** Whether something has to be done before it may be closed. */
  readonly early?: boolean
  readonly error: unknown
  readonly busy: boolean
  /** Ends with the dialog, whatever came of it. */
  readonly onClose: (outcome: Outcome, done: () => void) => void
  readonly onAgain: () => void
}

/** Ends a case with an outcome, after saying what cannot be undone. */
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
