import { firstDay, type Instant, nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel'
import type { ReadSql } from '../engine/sqlite/sql.ts'

const REMINDED = `SELECT min(at) AS at FROM (
    SELECT finished_at AS at FROM job_run WHERE job = 'remind-owners' AND outcome LIKE 'reminded %'
      AND period IN (SELECT value FROM json_each(@months))
    UNION ALL SELECT created_at FROM letter WHERE kind = 'closing-reminder' AND json_extract(data, '$.period') = @period)`

const MONTHS = 6

/** When the offices were first reminded of a half-year: by the calendar, or by an officer's answer. */
export function readRemindedAt(read: ReadSql, period: PeriodKey): Instant | null {
  const half = parsePeriod(period)
  if (!half) return null
  const year = Number(firstDay(nextPeriod(half)).slice(0, 4))
  const first = Number(firstDay(nextPeriod(half)).slice(5, 7))
  const months = Array.from({ length: MONTHS }, (_, n) => periodKey({ kind: 'month', year, index: first + n }))
  return read<{ at: Instant | null }>(REMINDED).get({ period, months: JSON.stringify(months) })?.at ?? null
}
