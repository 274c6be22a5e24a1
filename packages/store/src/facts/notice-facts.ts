import { NOTICE_DUTIES } from '@wayproof/evidence'
import { addDays, type CalendarDate, earlier, firstDay, lastDay, type Period, startOfDay } from '@wayproof/kernel'
import type { IndicatorFacts } from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'

const hours = JSON.stringify(Object.fromEntries(Object.entries(NOTICE_DUTIES).map(([id, duty]) => [id, duty.hours])))

// A duty without a number of hours has no moment at which it is due; nor has an incident of which nobody noted when the
// company knew.
const DUE = `
WITH notice AS (
  SELECT n.notified_at AS at, i.discovered + hours.value * 3600000 AS due
  FROM incident_notice n JOIN incident i ON i.id = n.incident_id JOIN json_each(@hours) hours ON hours.key = n.duty
  WHERE n.wanted AND hours.value IS NOT NULL AND i.discovered IS NOT NULL
)
SELECT EXISTS (SELECT 1 FROM incident_notice) AS kept,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until) AS due,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until AND at <= due) AS inTime`

/** Notices of incidents whose time ran out in a half-year, up to the end of a day, and how many had been given by then. */
export function noticeFacts(
  database: Database,
  half: Period,
  asOf: CalendarDate,
  timeZone: string,
): IndicatorFacts['notices'] {
  const from = startOfDay(firstDay(half), timeZone)
  const until = startOfDay(addDays(earlier(asOf, lastDay(half)), 1), timeZone)
  const found = database.read<{ kept: number; due: number; inTime: number }>(DUE).get({ hours, from, until })
  return found?.kept ? { due: found.due, inTime: found.inTime } : null
}
