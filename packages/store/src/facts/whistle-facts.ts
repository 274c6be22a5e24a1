import { WHISTLE_TERMS } from '@wayproof/evidence'
import { type CalendarDate, earlier, firstDay, lastDay, type Period, previousPeriod } from '@wayproof/kernel'
import type { WhistleFacts } from '@wayproof/scorecard'
import type { ReadQuery, Statement } from '../engine/query/query.ts'

/**
 * The indicator counts reports closed within these days; the law demands feedback three months after the
 * acknowledgement.
 */
const CLOSED_DAYS = 90

const received = `SELECT count(*) AS n FROM whistle_report WHERE received_on BETWEEN @first AND @last`

/**
 * Reports whose deadline was in the half-year and before the day, and how many of them were done in time. Counted in
 * whole groups of @k in the order of their deadlines, so that two consecutive days differ by nobody or by a group.
 */
const clock =
  (done: 'acknowledged_on' | 'closed_on'): Statement =>
  ({ addDays }) =>
    `
WITH
  over AS (
    SELECT ${addDays('received_on', '@days')} AS due_on, ${done} AS done_on, id FROM whistle_report
    WHERE ${addDays('received_on', '@days')} BETWEEN @from AND @to AND ${addDays('received_on', '@days')} < @asOf
  ),
  counted AS (SELECT *, row_number() OVER (ORDER BY due_on, id) AS nth, count(*) OVER () AS n FROM over)
SELECT count(*) AS due, count(*) FILTER (WHERE done_on <= due_on) AS inTime FROM counted
WHERE nth <= n - n % @k`

const clocks = { acknowledged_on: clock('acknowledged_on'), closed_on: clock('closed_on') }

const inUse = `SELECT 1 AS one FROM "user" WHERE role = 'case-handler' UNION ALL SELECT 1 FROM whistle_report LIMIT 1`

/** Reports of a half-year up to a day; null while there is neither a case handler nor a report. */
export async function whistleFacts(
  query: ReadQuery,
  half: Period,
  asOf: CalendarDate,
  k: number,
): Promise<WhistleFacts | null> {
  if (!(await query.get(inUse))) return null
  const from = firstDay(half)
  const to = lastDay(half)
  const receivedIn = async (first: CalendarDate, last: CalendarDate) =>
    (await query.get<{ n: number }>(received, { first, last }))?.n ?? 0
  const clockOf = async (done: keyof typeof clocks, days: number): Promise<WhistleFacts['closed']> =>
    (await query.get<WhistleFacts['closed']>(clocks[done], { from, to, asOf, k, days })) ?? { due: 0, inTime: 0 }
  const earlierHalf = previousPeriod(half)
  return {
    received: await receivedIn(from, earlier(asOf, to)),
    before: asOf < to ? null : await receivedIn(firstDay(earlierHalf), lastDay(earlierHalf)),
    acknowledged: await clockOf('acknowledged_on', WHISTLE_TERMS.acknowledgeDays),
    closed: await clockOf('closed_on', CLOSED_DAYS),
  }
}
