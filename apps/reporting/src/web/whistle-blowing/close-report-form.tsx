import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { closingFault, REPORT_OUTCOMES } from '@wayproof/evidence/whistle-report'
import { type FormEvent, useState } from 'react'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** Ends a report with an outcome, after saying what cannot be undone. */
export function CloseReportForm({ report }: { readonly report: ShownReport['report'] }) {
  const { words } = useLanguage()
  const text = words.reporting.reports.close
  const [chosen, setChosen] = useState(0)
  const outcome = REPORT_OUTCOMES[chosen] ?? 'other'
  const [asking, setAsking] = useState(false)
  const close = useMutation(
    trpc.whistle.close.mutationOptions({
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
          data={REPORT_OUTCOMES.map((value) => ({ value, label: words.whistleBlowing.outcomes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setChosen(selectedIndex)}
        />
        <div>
          <Button type="submit" variant="default" disabled={closingFault(report) !== null}>
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
          onConfirm={() => close.mutate({ id: report.id, outcome })}
          onClose={() => setAsking(false)}
        >
          <p>{words.whistleBlowing.outcomes[outcome]}</p>
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
