import type { Runs } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { JobOutcomeText, jobName } from './job-text.tsx'

/** The next run of each job, with its newest result. */
export function PlannedRuns({ planned, newest }: Pick<Runs, 'planned' | 'newest'>) {
  const { words } = useLanguage()
  const text = words.reporting.runs
  const { columns } = text
  if (planned.length === 0) return null
  return (
    <Panel title={text.willTitle}>
      <RecordTable
        caption={text.willTitle}
        columns={[columns.job, columns.next, columns.last, columns.outcome]}
        records={planned.map(({ job, at }) => {
          const last = newest.find((result) => result.job === job)
          const { none } = words.reporting.shell
          return {
            id: job,
            head: jobName(job, text),
            cells: [
              <RelativeMoment key="next" at={at} />,
              last ? <RelativeMoment key="last" at={last.lastAt} /> : none,
              last ? <JobOutcomeText key="outcome" result={last} /> : none,
            ],
          }
        })}
      />
    </Panel>
  )
}
