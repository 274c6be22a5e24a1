import { type Period, type PeriodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { PeopleBand } from '@wayproof/survey/disclosure/people-band'
import { type Shape, shapeOf } from '../claims/verdict-shape.ts'
import type { TrendBreak } from '../facts.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'

import type { Interval, Verdict, VerdictResult } from '../verdict.ts'

/** The `count` periods up to `last`, oldest first. */
export function periodsUpTo(last: Period, count: number): readonly Period[] {
  const periods = [last]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? last))
  return periods
}

/** Reason why a verdict is not comparable with the previous one; only a question can change. */
export const trendBreakOf = (verdict: Verdict): TrendBreak | null =>
  verdict.goal === 'customer-satisfaction' ? verdict.figures.trendBreak : null

/** Band of a small group; null if the value is shown, or nothing is. */
const bandOf = (verdict: Verdict): PeopleBand | null =>
  verdict.goal === 'customer-satisfaction' ? (verdict.figures.band ?? null) : null

/** Point of a trend for the verdict on the half-year `period`. */
export function trendPoint(period: PeriodKey, of: Verdict): TrendPoint {
  const { value, interval, verdict } = of
  const [band, leaks] = [bandOf(of), leaksAgainstCap(of)]
  return {
    period,
    value,
    ...(leaks && { leaks }),
    ...(band && { band }),
    interval,
    verdict,
    shape: shapeOf(of),
    broken: trendBreakOf(of),
  }
}

/** A point of a goal's trend over half-years. */
export interface TrendPoint {
  readonly period: PeriodKey
  readonly value: number | null
  /** For the incident goal: the values compared between years. Absent: the year has none. */
  readonly leaks?: LeaksAgainstCap
  /** Band shown instead of a value, if any. */
  readonly band?: PeopleBand
  readonly interval: Interval | null
  readonly verdict: VerdictResult
  readonly shape: Shape
  /** Reason why it is not comparable with earlier points; null if it is. */
  readonly broken: TrendBreak | null
}
