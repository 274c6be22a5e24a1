import { type CalendarDate, earlier, firstDay, lastDay, type Period } from '@wayproof/kernel'
import type { RightsFacts } from '@wayproof/scorecard'
import type { Database } from '../sqlite/database.ts'

// A request is done with the first answer, which stops its clock, or without one by its closing. Median and 90th
// percentile are those of nearest rank.
const counts = `
WITH
  request AS (
    SELECT due_on, coalesce(min(answered_on, closed_on), answered_on, closed_on) AS done_on, answered_on, received_on
    FROM rights_case WHERE kind NOT IN ('complaint', 'enquiry')
  ),
  answered AS (
    SELECT julianday(answered_on) - julianday(received_on) AS days,
      row_number() OVER (ORDER BY julianday(answered_on) - julianday(received_on)) AS nth, count(*) OVER () AS n
    FROM request WHERE answered_on BETWEEN @from AND @to
  )
SELECT
  (SELECT count(*) FROM rights_case) AS registered,
  (SELECT count(*) FROM request WHERE due_on BETWEEN @from AND @to) AS due,
  (SELECT count(*) FROM request WHERE due_on BETWEEN @from AND @to AND done_on <= due_on) AS inTime,
  (SELECT count(*) FROM answered) AS cases,
  (SELECT CAST(days AS INTEGER) FROM answered WHERE nth = (n + 1) / 2) AS median,
  (SELECT CAST(days AS INTEGER) FROM answered WHERE nth = (9 * n + 9) / 10) AS ninetieth,
  (SELECT count(*) FROM rights_case WHERE kind = 'complaint' AND received_on BETWEEN @from AND @to) AS complaints`

type Row = Readonly<Record<'registered' | 'due' | 'inTime' | 'cases' | 'complaints', number>> &
  Readonly<Record<'median' | 'ninetieth', number | null>>

/** Requests and complaints of a half-year up to a day; null while there has been none at all. */
export function rightsFacts(database: Database, half: Period, asOf: CalendarDate): RightsFacts | null {
  const row = database.read<Row>(counts).get({ from: firstDay(half), to: earlier(asOf, lastDay(half)) })
  if (!row || row.registered === 0) return null
  const { due, inTime, complaints, cases, median, ninetieth } = row
  const days = median === null || ninetieth === null ? null : { median, ninetieth, cases }
  return { due, inTime, complaints, days }
}
