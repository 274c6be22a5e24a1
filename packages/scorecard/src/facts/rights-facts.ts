import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { NO_FLOOD } from '@wayproof/evidence/floods/flooded'
import { complaintAnswerDay } from '@wayproof/evidence/rights/rights-clock'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, type Period } from '@wayproof/kernel/calendar/period'
import type { RightsFacts } from '../measures/indicator-facts.ts'

// The first answer, or without one the closing, stops the clock of a request. Median and 90th percentile use the
// nearest rank.
const counts: Statement = ({ least, daysBetween }) => `
WITH
  request AS (
    SELECT due_on, coalesce(${least('answered_on', 'closed_on')}, answered_on, closed_on) AS done_on, answered_on, received_on
    FROM rights_case WHERE kind NOT IN ('complaint', 'enquiry') AND ${NO_FLOOD}
  ),
  answer AS (
    SELECT ${daysBetween('received_on', 'answered_on')} AS days FROM request WHERE answered_on BETWEEN @from AND @to
  ),
  answered AS (SELECT days, row_number() OVER (ORDER BY days) AS nth, count(*) OVER () AS n FROM answer)
SELECT
  (SELECT count(*) FROM request WHERE due_on BETWEEN @from AND @to) AS due,
  (SELECT count(*) FROM request WHERE due_on BETWEEN @from AND @to AND done_on <= due_on) AS inTime,
  (SELECT count(*) FROM answered) AS cases,
  (SELECT days FROM answered WHERE nth = (n + 1) / 2) AS median,
  (SELECT days FROM answered WHERE nth = (9 * n + 9) / 10) AS ninetieth,
  (SELECT count(*) FROM rights_case WHERE kind = 'complaint' AND received_on BETWEEN @from AND @to AND ${NO_FLOOD}) AS complaints`

const complaintsSince: Statement = ({ least }) => `
SELECT received_on AS receivedOn, coalesce(${least('answered_on', 'closed_on')}, answered_on, closed_on) AS doneOn
FROM rights_case WHERE kind = 'complaint' AND received_on BETWEEN @from AND @to AND ${NO_FLOOD}`

interface Complaint {
  readonly receivedOn: CalendarDate
  readonly doneOn: CalendarDate | null
}

/** More days than two working days take with holidays in between. */
const LONGEST_HOLIDAYS = 31

/** Complaints whose second working day is between two days. */
const complaintsDue = async (query: ReadQuery, from: CalendarDate, to: CalendarDate) =>
  (await query.all<Complaint>(complaintsSince, { from: addDays(from, -LONGEST_HOLIDAYS), to }))
    .map(({ receivedOn, doneOn }) => ({ doneOn, dueOn: complaintAnswerDay(receivedOn) }))
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to)

type Row = Readonly<Record<'due' | 'inTime' | 'cases' | 'complaints', number>> &
  Readonly<Record<'median' | 'ninetieth', number | null>>

/** Requests and complaints of a half-year that has ended. */
export async function rightsFacts(query: ReadQuery, half: Period): Promise<RightsFacts> {
  const [from, to] = [firstDay(half), lastDay(half)]
  const row = await query.get<Row>(counts, { from, to })
  if (!row) throw new Error('a count returned no row')
  const { due, inTime, complaints, cases, median, ninetieth } = row
  const dueComplaints = await complaintsDue(query, from, to)
  const answered = dueComplaints.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn)
  return {
    requests: { due, inTime },
    days: median === null || ninetieth === null ? null : { median, ninetieth, cases },
    complaints,
    complaintAnswers: { due: dueComplaints.length, inTime: answered.length },
  }
}
