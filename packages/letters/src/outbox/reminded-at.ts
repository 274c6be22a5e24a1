import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { firstDay, nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'

const REMINDED: Statement = ({ oneOf, jsonField }) => `SELECT min(at) AS at FROM (
    SELECT finished_at AS at FROM job_run WHERE job = 'remind-owners' AND outcome LIKE 'reminded %'
      AND ${oneOf('period', '@months')}
    UNION ALL SELECT created_at FROM letter
      WHERE kind = 'closing-reminder' AND ${jsonField('data', 'period')} = @period) AS reminded`

const MONTHS = 6

/** The first reminder about a half-year to the offices: by the calendar, or by an officer's decision. */
export async function readRemindedAt(query: ReadQuery, period: PeriodKey): Promise<Instant | null> {
  const half = parsePeriod(period)
  if (!half) return null
  const year = Number(firstDay(nextPeriod(half)).slice(0, 4))
  const first = Number(firstDay(nextPeriod(half)).slice(5, 7))
  const months = Array.from({ length: MONTHS }, (_, n) => periodKey({ kind: 'month', year, index: first + n }))
  return (await query.get<{ at: Instant | null }>(REMINDED, { period, months }))?.at ?? null
}
