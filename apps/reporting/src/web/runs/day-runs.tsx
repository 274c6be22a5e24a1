import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { clockTime, day as dayText } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { JobResult } from '@wayproof/oversight/services/job-result'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import styles from './runs.module.css'

const PAGE_SIZE = 10

/** The runs of a day, newest first; those with nothing due on request. */
export function DayRuns({ today }: { readonly today: string }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.runs
  const [day, setDay] = useState(today)
  const [withIdle, setWithIdle] = useState(false)
  const runsQuery = useQuery({ ...trpc.service.runsOn.queryOptions({ day }), placeholderData: keepPreviousData })
  const results = runsQuery.data ?? []
  const visibleResults = results.filter(({ outcome }) => withIdle || outcome !== 'nothing')
  const { rows, ...pager } = useTablePage(visibleResults, PAGE_SIZE)
  const goTo = (date: string) => {
    setDay(date)
    pager.onPage(1)
  }
  const timeOf = ({ firstAt, lastAt, times }: JobResult) => {
    const from = clockTime(firstAt, timeZone, locale)
    return times === 1 ? from : `${from}–${clockTime(lastAt, timeZone, locale)} · ${text.times(times)}`
  }
  return (
    <Panel title={text.ranTitle(dayText(day, locale))}>
      <div className={styles.days}>
        <Button variant="default" size="xs" onClick={() => goTo(addDays(day, -1))}>
          {text.previous}
        </Button>
        <Button variant="default" size="xs" disabled={day >= today} onClick={() => goTo(addDays(day, 1))}>
          {text.following}
        </Button>
        <Checkbox
          label={text.withIdle}
          checked={withIdle}
          onChange={(event) => setWithIdle(event.currentTarget.checked)}
        />
      </div>
      {runsQuery.error ? <ErrorNote error={runsQuery.error} /> : null}
      {visibleResults.length === 0 ? (
        <p className={ui.soft}>{results.length === 0 ? text.noRuns : text.noneWorked}</p>
      ) : (
        <>
          <RecordTable
            caption={text.ranTitle(dayText(day, locale))}
            columns={[text.columns.time, text.columns.job, text.columns.outcome]}
            records={rows.map((result) => ({
              id: `${result.job} ${result.firstAt}`,
              head: timeOf(result),
              cells: [jobName(result.job, text), <JobOutcomeText key="outcome" result={result} />],
            }))}
          />
          <TablePager {...pager} />
        </>
      )}
    </Panel>
  )
}

type RunWords = Pick<Messages['reporting']['runs'], 'jobs'>

/** The name of a job; a job of an earlier version has its own name only. */
export const jobName = (job: string, { jobs }: RunWords): string => jobs[job]?.name ?? job

/** Shows the outcome of a run. */
export function JobOutcomeText({
  result,
}: {
  readonly result: Pick<JobResult, 'job' | 'outcome' | 'count' | 'error'>
}) {
  const { runs } = useLanguage().words.reporting
  const { job, outcome, count, error } = result
  if (outcome === 'failed')
    return (
      <>
        <StateMark shape="missed" label={runs.outcomes.failed} /> {error === null ? null : <Verbatim>{error}</Verbatim>}
      </>
    )
  const done = runs.jobs[job]?.done
  return outcome === 'done' && count !== null && done ? done(count) : runs.outcomes[outcome]
}
