import { type Period, type PeriodKey, previousPeriod } from '@wayproof/kernel'
import type { PeopleBand } from '../breakdown/people-band.ts'
import type { TrendBreak } from '../facts.ts'
import { leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { TrendPoint } from '../scorecard.ts'
import type { Verdict } from '../verdict.ts'

/** `count` periods that end with `last`, oldest first. */
export function periodsUpTo(last: Period, count: number): readonly Period[] {
  const periods = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods
}

/** Why a verdict cannot be compared with the one before: only questions change. */
export const trendBreakOf = (verdict: Verdict): TrendBreak | null =>
  verdict.goal === 'customer-satisfaction' ? verdict.figures.trendBreak : null

/** What is told of few people instead of a value; null where the value is, or nothing. */
const bandOf = (verdict: Verdict): PeopleBand | null =>
  verdict.goal === 'customer-satisfaction' ? (verdict.figures.band ?? null) : null

/** What a trend shows of the verdict on `period`, a half-year. */
export function trendPoint(period: PeriodKey, of: Verdict): TrendPoint {
  const { value, interval, verdict, status } = of
  const [band, leaks] = [bandOf(of), leaksAgainstCap(of)]
  return {
    period,
    value,
    ...(leaks && { leaks }),
    ...(band && { band }),
    interval,
    verdict,
    status,
    broken: trendBreakOf(of),
  }
}
