import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { sameHalvesUpTo } from '../change/same-halves.ts'
import { trendBreakOf } from '../change/trend.ts'
import { GOALS, type GoalId } from '../goals/goal.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Interval, Verdict } from '../verdict.ts'
import { leakScale } from './bullet.ts'

export interface PastValue {
  /** The half-year. */
  readonly period: PeriodKey
  readonly value: number | null
  /** Null without sampling; a count of leaks has none. */
  readonly interval: Interval | null
  /** For the incident goal: the leaks from January to the end of the half-year; null if they are unknown. */
  readonly count: number | null
  /** For the incident goal: the values compared between years. */
  readonly leaks: LeaksAgainstCap | null
  /** True if it is not comparable with earlier values. */
  readonly broken: boolean
}

/** A goal's values of the same half of the last four years, oldest first. */
export type PastValues = Readonly<Record<GoalId, readonly PastValue[]>>

/** Number of values in a small trend line. */
export const TREND_LENGTH = 4

/** Trend of each goal over those of `cards` that are the same half of a year as the last one, the current half-year. */
export function pastValues(cards: readonly Pick<Scorecard, 'period' | 'verdicts'>[]): PastValues {
  const present = parsePeriod(cards.at(-1)?.period ?? '')
  const periods = present ? sameHalvesUpTo(present, TREND_LENGTH) : []
  const valuesOf = (goal: GoalId) =>
    periods.map((period) => {
      const card = cards.find((each) => each.period === period)
      return pastValue(
        period,
        card?.verdicts.find((verdict) => verdict.goal === goal),
      )
    })
  return Object.fromEntries(GOALS.map((goal) => [goal, valuesOf(goal)])) as unknown as PastValues
}

function pastValue(period: PeriodKey, verdict: Verdict | undefined): PastValue {
  if (!verdict) return { period, value: null, interval: null, count: null, leaks: null, broken: false }
  const { goal, value, interval } = verdict
  return {
    period,
    value,
    // The interval of a reduction depends on its own baseline.
    interval: goal === 'incident-reduction' ? null : interval,
    count: leakCount(verdict),
    leaks: leaksAgainstCap(verdict),
    broken: trendBreakOf(verdict) !== null,
  }
}

/** Leaks of the part of the year that a verdict counts; null for another goal, and if they are unknown. */
function leakCount({ reason, figures }: Verdict): number | null {
  if (!('currentCount' in figures)) return null
  return reason === 'no-register' || reason === 'nothing-recorded' ? null : figures.currentCount
}

/** Values of a goal's small trend line. Higher is better; null for a missing figure. */
export interface DrawnTrend {
  readonly values: readonly (number | null)[]
  /** The interval of each value; null or absent without one. */
  readonly intervals: readonly (Pick<Interval, 'lower' | 'upper'> | null)[]
  readonly target: number
}

/** Shares against the target. Leaks are drawn as the distance below each year's own cap, because caps differ. */
export const drawnTrend = (
  { goal, target }: Pick<Verdict, 'goal' | 'target'>,
  past: readonly PastValue[],
): DrawnTrend =>
  goal === 'incident-reduction'
    ? { values: past.map(({ leaks }) => leaks && leaks.cap - leaks.count), intervals: [], target: 0 }
    : { values: past.map(({ value }) => value), intervals: past.map(({ interval }) => interval), target }

/** A goal over years, on an axis from 0. Years before the first figure are left out. */
export interface YearlyTrend {
  /** 1 for shares; for leaks a round number. */
  readonly high: number
  /** Null for leaks, whose limit is another one each year. */
  readonly target: number | null
  readonly points: readonly {
    readonly year: number
    readonly value: number | null
    readonly interval: Pick<Interval, 'lower' | 'upper'> | null
    readonly broken: boolean
  }[]
}

export function yearlyTrend(
  { goal, target }: Pick<Verdict, 'goal' | 'target'>,
  past: readonly PastValue[],
): YearlyTrend {
  const isOfLeaks = goal === 'incident-reduction'
  const points = past.map(({ period, value, count, interval, broken }) => {
    return { year: Number(period.slice(0, 4)), value: isOfLeaks ? count : value, interval, broken }
  })
  const first = points.findIndex(({ value }) => value !== null)
  return {
    high: isOfLeaks ? leakScale(points.map(({ value }) => value)) : 1,
    target: isOfLeaks ? null : target,
    points: first === -1 ? [] : points.slice(first),
  }
}
