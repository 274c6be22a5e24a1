import { WHISTLE_TERMS } from '@wayproof/evidence'
import { type CalendarDate, earlier, firstDay, lastDay, type Period, previousPeriod } from '@wayproof/kernel'
import type { WhistleFacts } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

/** Days to be closed, as the indicator counts them; the law asks for feedback, three months after the acknowledgement. */
const CLOSED_DAYS = 90

const received = `SELECT count(*) AS n FROM whistle_report WHERE received_on BETWEEN ? AND ?`

/**
 * Reports whose term ran out in the half-year and before the day, and of those the ones done by then. Whole groups of @k in
 * the order of their terms: what one day adds to the day before is nobody, or a group.
 */
const clock = (done: 'acknowledged_on' | 'closed_on') => `
WITH
  over AS (
    SELECT date(received_on, @term) AS due_on, ${done} AS done_on, id FROM whistle_report
    WHERE date(received_on, @term) BETWEEN @from AND @to AND date(received_on, @term) < @asOf
  ),
  counted AS (SELECT *, row_number() OVER (ORDER BY due_on, id) AS nth, count(*) OVER () AS n FROM over)
SELECT count(*) AS due, coalesce(sum(done_on IS NOT NULL AND done_on <= due_on), 0) AS inTime FROM counted
WHERE nth <= n - n % @k`

/** Reports of a half-year up to a day; null while nobody reads them and none was taken. */
export function whistleFacts(database: Database, half: Period, asOf: CalendarDate, k: number): WhistleFacts | null {
  const inUse = `SELECT 1 FROM user WHERE role = 'case-handler' UNION ALL SELECT 1 FROM whistle_report LIMIT 1`
  if (!database.read(inUse).get()) return null
  const from = firstDay(half)
  const to = lastDay(half)
  const receivedIn = (first: CalendarDate, last: CalendarDate) =>
    database.read<{ n: number }>(received).get(first, last)?.n ?? 0
  const clockOf = (done: 'acknowledged_on' | 'closed_on', days: number): WhistleFacts['closed'] =>
    database.read<WhistleFacts['closed']>(clock(done)).get({ from, to, asOf, k, term: `+${days} days` }) ?? {
      due: 0,
      inTime: 0,
    }
  const earlierHalf = previousPeriod(half)
  return {
    received: receivedIn(from, earlier(asOf, to)),
    before: asOf < to ? null : receivedIn(firstDay(earlierHalf), lastDay(earlierHalf)),
    acknowledged: clockOf('acknowledged_on', WHISTLE_TERMS.acknowledgeDays),
    closed: clockOf('closed_on', CLOSED_DAYS),
  }
}
