import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { clockTime, day as dayText } from '@wayproof/messages/date-format'
import type { JobResult } from '@wayproof/oversight/services/job-result'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'
import { JobOutcomeText, jobName } from './job-text.tsx'
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
