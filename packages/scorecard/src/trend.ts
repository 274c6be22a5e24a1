import { type Period, type PeriodKey, previousPeriod } from '@wayproof/kernel'
import type { TrendPoint } from './scorecard.ts'
import type { Verdict } from './verdict.ts'

/** `count` periods that end with `last`, oldest first. */
export function periodsUpTo(last: Period, count: number): readonly Period[] {
  const periods = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods
}

/** What a trend shows of the verdict on `period`, a half-year. */
export const trendPoint = (period: PeriodKey, { value, interval, verdict, status }: Verdict): TrendPoint => ({
  period,
  value,
  interval,
  verdict,
  status,
})
