import type { Runs } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import { JobOutcomeText, jobName } from './job-text.tsx'

const PAGE_SIZE = 10

/** The next run of each job, with its newest result, in the order in which they run. */
export function PlannedRuns({ planned, newest }: Pick<Runs, 'planned' | 'newest'>) {
  const { words } = useLanguage()
  const text = words.reporting.runs
  const { columns } = text
  const { rows, ...pager } = useTablePage(planned, PAGE_SIZE)
  if (planned.length === 0) return null
  return (
    <Panel title={text.willTitle}>
      <RecordTable
        caption={text.willTitle}
        columns={[columns.job, columns.next, columns.last, columns.outcome]}
        records={rows.map(({ job, at }) => {
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
      <TablePager {...pager} />
    </Panel>
  )
}
