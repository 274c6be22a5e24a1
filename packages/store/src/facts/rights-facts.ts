import { complaintAnswerDay } from '@wayproof/evidence'
import { addDays, type CalendarDate, firstDay, lastDay, type Period } from '@wayproof/kernel'
import type { RightsFacts } from '@wayproof/scorecard'
import type { ReadQuery, Statement } from '../engine/query/query.ts'

// The first answer, or without one the closing, stops the clock of a request. Median and 90th percentile use the
// nearest rank. Cases are counted in whole groups of @k, in the order in which they became countable, and only after
// the end of a day, so that two consecutive days differ by nobody or by a group.
const counts: Statement = ({ least, daysBetween }) => `
WITH
  request AS (
    SELECT id, due_on, coalesce(${least('answered_on', 'closed_on')}, answered_on, closed_on) AS done_on, answered_on, received_on
    FROM rights_case WHERE kind NOT IN ('complaint', 'enquiry')
  ),
  due AS (
    SELECT done_on <= due_on AS in_time, row_number() OVER (ORDER BY due_on, id) AS nth, count(*) OVER () AS n
    FROM request WHERE due_on BETWEEN @from AND @to
  ),
  answer AS (
    SELECT ${daysBetween('received_on', 'answered_on')} AS days,
      row_number() OVER (ORDER BY answered_on, id) AS nth, count(*) OVER () AS n
    FROM request WHERE answered_on BETWEEN @from AND @to
  ),
  answered AS (
    SELECT days, row_number() OVER (ORDER BY days) AS nth, count(*) OVER () AS n FROM answer WHERE nth <= n - n % @k
  )
SELECT
  (SELECT count(*) FROM rights_case) AS registered,
  (SELECT count(*) FROM due WHERE nth <= n - n % @k) AS due,
  (SELECT count(*) FROM due WHERE nth <= n - n % @k AND in_time) AS inTime,
  (SELECT count(*) FROM answered) AS cases,
  (SELECT days FROM answered WHERE nth = (n + 1) / 2) AS median,
  (SELECT days FROM answered WHERE nth = (9 * n + 9) / 10) AS ninetieth,
  (SELECT count(*) FROM request WHERE due_on BETWEEN @from AND @to) AS anyDue,
  (SELECT count(*) FROM request WHERE answered_on BETWEEN @from AND @to) AS anyAnswered,
  (SELECT count(*) FROM rights_case WHERE kind = 'complaint' AND received_on BETWEEN @from AND @to) AS complaints`

const complaintsSince: Statement = ({ least }) => `
SELECT id, received_on AS receivedOn, coalesce(${least('answered_on', 'closed_on')}, answered_on, closed_on) AS doneOn
FROM rights_case WHERE kind = 'complaint' AND received_on BETWEEN @from AND @to`

interface Complaint {
  readonly id: string
  readonly receivedOn: CalendarDate
  readonly doneOn: CalendarDate | null
}

/** More days than two working days take with holidays in between. */
const LONGEST_HOLIDAYS = 31

/** Complaints whose second working day is between two days, in the order of those days. */
const complaintsDue = async (query: ReadQuery, from: CalendarDate, to: CalendarDate) =>
  (await query.all<Complaint>(complaintsSince, { from: addDays(from, -LONGEST_HOLIDAYS), to }))
    .map((each) => ({ ...each, dueOn: complaintAnswerDay(each.receivedOn) }))
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to)
    .toSorted((one, other) => (one.dueOn + one.id < other.dueOn + other.id ? -1 : 1))

type Row = Readonly<
  Record<'registered' | 'due' | 'inTime' | 'cases' | 'complaints' | 'anyDue' | 'anyAnswered', number>
> &
  Readonly<Record<'median' | 'ninetieth', number | null>>

/** Requests and complaints of a half-year up to a day; null while there is none at all. */
export async function rightsFacts(
  query: ReadQuery,
  half: Period,
  asOf: CalendarDate,
  k: number,
): Promise<RightsFacts | null> {
  const ended = asOf >= lastDay(half)
  const to = ended ? lastDay(half) : addDays(asOf, -1)
  const from = firstDay(half)
  const row = await query.get<Row>(counts, { from, to, k })
  if (!row || row.registered === 0) return null
  const { due, inTime, complaints, cases, median, ninetieth } = row
  const days = median === null || ninetieth === null ? null : { median, ninetieth, cases }
  const dueComplaints = await complaintsDue(query, from, to)
  const whole = dueComplaints.slice(0, dueComplaints.length - (dueComplaints.length % k))
  const answered = whole.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn).length
  const none = (count: number) => ended && count === 0
  return {
    requests: none(row.anyDue) ? 'none' : { due, inTime },
    days: none(row.anyAnswered) ? 'none' : days,
    complaints: none(complaints) ? 'none' : complaints - (complaints % k),
    complaintAnswers: none(dueComplaints.length) ? 'none' : { due: whole.length, inTime: answered },
  }
}
