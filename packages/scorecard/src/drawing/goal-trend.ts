import { trendBreakOf } from '../change/trend.ts'
import { GOALS, type GoalId, isYearly } from '../goals/goal.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Interval, Verdict } from '../verdict.ts'

export interface PastValue {
  readonly value: number | null
  /** Null without sampling; a yearly count of leaks has none. */
  readonly interval: Interval | null
  /** For the incident goal: the values compared between years. */
  readonly leaks: LeaksAgainstCap | null
  /** True if it is not comparable with earlier values. */
  readonly broken: boolean
}

/** A goal's values of the last four half-years, oldest first. */
export type PastValues = Readonly<Record<GoalId, readonly PastValue[]>>

/** Number of values in a small trend line. */
export const TREND_LENGTH = 4

const NO_VALUE: PastValue = { value: null, interval: null, leaks: null, broken: false }

/** Trend of each goal over `cards`, oldest first, the current half-year last. */
export function pastValues(cards: readonly Pick<Scorecard, 'period' | 'verdicts'>[]): PastValues {
  const present = cards.at(-1)?.period
  const valuesOf = (goal: GoalId) => {
    // Half a year is not a year: a yearly goal shows year ends and the current half-year.
    const trendCards = cards.filter(({ period }) => !isYearly(goal) || period.endsWith('H2') || period === present)
    const values = trendCards.map(({ verdicts }) => pastValue(verdicts.find((verdict) => verdict.goal === goal)))
    return [...Array<PastValue>(TREND_LENGTH).fill(NO_VALUE), ...values].slice(-TREND_LENGTH)
  }
  return Object.fromEntries(GOALS.map((goal) => [goal, valuesOf(goal)])) as unknown as PastValues
}

function pastValue(verdict: Verdict | undefined): PastValue {
  if (!verdict) return NO_VALUE
  const { goal, value, interval } = verdict
  return {
    value,
    // The interval of a reduction depends on its own baseline.
    interval: goal === 'incident-reduction' ? null : interval,
    leaks: leaksAgainstCap(verdict),
    broken: trendBreakOf(verdict) !== null,
  }
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
