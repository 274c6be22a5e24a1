import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { outcomesOf, type RightsCase } from '@wayproof/evidence/rights-case'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** Ends a case with an outcome, after saying what cannot be undone. */
export function CloseForm({ asked: { id, kind } }: { readonly asked: Pick<RightsCase, 'id' | 'kind'> }) {
  const { words } = useLanguage()
  const text = words.reporting.requests.close
  const outcomes = outcomesOf({ kind })
  const [chosen, setChosen] = useState(0)
  const outcome = outcomes[chosen] ?? 'withdrawn'
  const [asking, setAsking] = useState(false)
  const close = useMutation(
    trpc.rights.close.mutationOptions({
      onSettled: () => {
        setAsking(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    close.reset()
    setAsking(true)
  }
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit}>
        <p className={surface.soft}>{text.lead}</p>
        <NativeSelect
          label={text.outcome}
          value={outcome}
          data={outcomes.map((value) => ({ value, label: words.rights.outcomes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setChosen(selectedIndex)}
        />
        <div>
          <Button type="submit" variant="default">
            {text.action}
          </Button>
        </div>
        {close.error ? <FaultNote error={close.error} /> : null}
      </form>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={close.isPending}
          onConfirm={() => close.mutate({ id, outcome })}
          onClose={() => setAsking(false)}
        >
          <p>{words.rights.outcomes[outcome]}</p>
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
