import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

/** Acknowledges a report or starts its examination; renders nothing once it is examined. */
export function StepPanel({ report: { id, status } }: { readonly report: ShownReport['report'] }) {
  const text = useLanguage().words.reporting.reports.steps
  const record = useMutation(
    trpc.whistle.step.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  if (status === 'in-examination') return null
  const step = status === 'received' ? 'acknowledged' : 'in-examination'
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <p className={ui.soft}>{text.lead}</p>
        <div>
          <Button loading={record.isPending} onClick={() => record.mutate({ id, step })}>
            {text[step]}
          </Button>
        </div>
        {record.error ? <ErrorNote error={record.error} /> : null}
      </div>
    </Panel>
  )
}
