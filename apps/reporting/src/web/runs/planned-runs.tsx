import { moment } from '@wayproof/messages'
import type { Runs } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { JobOutcomeText, jobName } from './job-text.tsx'

/** The next run of each job, with its newest result. */
export function PlannedRuns({ planned, newest }: Pick<Runs, 'planned' | 'newest'>) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
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
              moment(at, timeZone, locale),
              last ? moment(last.lastAt, timeZone, locale) : none,
              last ? <JobOutcomeText key="outcome" result={last} /> : none,
            ],
          }
        })}
      />
    </Panel>
  )
}
