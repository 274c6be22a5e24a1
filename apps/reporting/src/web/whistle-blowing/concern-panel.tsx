import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

/** Marks a report that concerns the privacy officer. */
export function ConcernPanel({ report: { id, concernsOfficer } }: { readonly report: ShownReport['report'] }) {
  const text = useLanguage().words.reporting.reports.concern
  const record = useMutation(
    trpc.whistle.concern.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <Checkbox
          label={text.label}
          description={text.hint}
          checked={record.isPending ? record.variables.concernsOfficer : concernsOfficer}
          disabled={record.isPending}
          onChange={({ currentTarget: { checked } }) => record.mutate({ id, concernsOfficer: checked })}
        />
        {record.error ? <ErrorNote error={record.error} /> : null}
      </div>
    </Panel>
  )
}
