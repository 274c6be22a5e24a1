import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { NOTICE_DUTIES } from '@wayproof/evidence/notices/notice-duty'
import { addDays, type CalendarDate, earlier, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, type Period } from '@wayproof/kernel/calendar/period'
import type { IndicatorFacts } from '../measures/indicator-facts.ts'

/** The hours of each duty that has a number of hours, in SQL. */
const HOURS = `CASE n.duty ${Object.entries(NOTICE_DUTIES)
  .flatMap(([id, { hours }]) => (hours === null ? [] : [`WHEN '${id}' THEN ${hours}`]))
  .join(' ')} END`

// A duty without a number of hours has no deadline; neither has an incident without the moment of its discovery.
const DUE: Statement = ({ milliseconds }) => `
WITH notice AS (
  SELECT ${milliseconds('n.notified_at')} AS at, ${milliseconds('i.discovered')} + ${HOURS} * 3600000 AS due
  FROM incident_notice n JOIN incident i ON i.id = n.incident_id
  WHERE n.wanted AND ${HOURS} IS NOT NULL AND i.discovered IS NOT NULL
)
SELECT EXISTS (SELECT 1 FROM incident_notice) AS kept,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until) AS due,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until AND at <= due) AS inTime`

/** Notices of incidents whose deadline was in a half-year, up to the end of a day, and how many were given in time. */
export async function noticeFacts(
  query: ReadQuery,
  half: Period,
  asOf: CalendarDate,
  timeZone: string,
): Promise<IndicatorFacts['notices']> {
  const from = startOfDay(firstDay(half), timeZone)
  const until = startOfDay(addDays(earlier(asOf, lastDay(half)), 1), timeZone)
  const counts = await query.get<{ kept: number; due: number; inTime: number }>(DUE, { from, until })
  return counts?.kept ? { due: counts.due, inTime: counts.inTime } : null
}
