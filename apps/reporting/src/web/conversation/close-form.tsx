import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

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
  const [asking, setAsking] = useState(false)
  const outcome = outcomes[chosen]
  if (outcome === undefined) return null
  function submit(event: FormEvent) {
    event.preventDefault()
    onAgain()
    setAsking(true)
  }
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit}>
        <p className={surface.soft}>{text.lead}</p>
        <NativeSelect
          label={text.outcome}
          value={outcome}
          data={outcomes.map((value) => ({ value, label: names[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setChosen(selectedIndex)}
        />
        <div>
          <Button type="submit" variant="default" disabled={early}>
            {text.action}
          </Button>
        </div>
        {error ? <FaultNote error={error} /> : null}
      </form>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={busy}
          onConfirm={() => onClose(outcome, () => setAsking(false))}
          onClose={() => setAsking(false)}
        >
          <p>{names[outcome]}</p>
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
