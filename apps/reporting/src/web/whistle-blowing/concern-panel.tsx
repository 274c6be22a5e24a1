import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { queryClient, type ShownReport, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** Marks a report that is about the privacy officer. */
export function ConcernPanel({ report: { id, concernsOfficer } }: { readonly report: ShownReport['report'] }) {
  const text = useLanguage().words.reporting.reports.concern
  const record = useMutation(
    trpc.whistle.concern.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.title}>
      <div className={surface.form}>
        <Checkbox
          label={text.label}
          description={text.hint}
          checked={record.isPending ? record.variables.concernsOfficer : concernsOfficer}
          disabled={record.isPending}
          onChange={({ currentTarget: { checked } }) => record.mutate({ id, concernsOfficer: checked })}
        />
        {record.error ? <FaultNote error={record.error} /> : null}
      </div>
    </Panel>
  )
}
