import type { Locale } from '@wayproof/kernel/people/locale'
import { ratio } from '@wayproof/kernel/share'
import type { Change } from '@wayproof/scorecard/change/change'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Interval, Verdict } from '@wayproof/scorecard/verdict'
import { bandText } from './band-text.ts'
import { count, percent, percentDigits, points, sharePercent } from './number-format.ts'

const minus = '\u2212'

/** A reduction is shown as a change: half as many is −50 %, a quarter more +25 %. */
const asChange = (reduction: string): string =>
  reduction.startsWith(minus) ? `+${reduction.slice(1)}` : /^0\D*$/.test(reduction) ? reduction : `${minus}${reduction}`

/**
 * A value (0-1) of a goal as a percentage, rounded towards missing the target; for incidents the change of the count.
 */
export function goalPercent(goal: GoalId, value: number): string {
  const text = percent(value)
  return goal === 'incident-reduction' ? asChange(text) : text
}

/** The same without its sign. */
export function goalDigits(goal: GoalId, value: number): string {
  const text = percentDigits(value)
  return goal === 'incident-reduction' ? asChange(text) : text
}

/** A verdict's displayed figure, a count if the goal shows counts; null without data or if suppressed. */
export function verdictValue({ goal, value, share, figures }: Verdict, locale: Locale): string | null {
  if ('band' in figures && figures.band) return bandText(figures.band, locale)
  // A weighted share is not that of its count.
  if (share && value === ratio(share)) return sharePercent(share)
  return value === null ? null : goalPercent(goal, value)
}

/** Labels of the two ends and the middle of an axis from 0 to `high`: shares as percentages, leaks as counts. */
export function axisLabels(goal: GoalId, high: number, locale: Locale): readonly [string, string, string] {
  if (goal === 'incident-reduction') return [count(0, locale), count(high / 2, locale), count(high, locale)]
  return [percentDigits(0), percentDigits(high / 2), percent(high)]
}

export const verdictTarget = ({ goal, target }: Verdict): string => goalPercent(goal, target)

/** The two ends of an interval, smaller first; for incidents the greatest reduction first. */
export function intervalEnds(goal: GoalId, { lower, upper }: Interval): readonly [string, string] {
  return goal === 'incident-reduction'
    ? [goalDigits(goal, upper), goalPercent(goal, lower)]
    : [goalDigits(goal, lower), goalPercent(goal, upper)]
}

/**
 * The change of a share, such as `84.1 → 87.3 %`. Null if either half is missing, and for incidents, whose reductions
 * have different baselines (seals from before decision 072 contain two).
 */
export const goalFromTo = ({ goal, from, to }: Change): string | null =>
  from === null || to === null || goal === 'incident-reduction' ? null : `${percentDigits(from)} → ${percent(to)}`

/** The change between two displayed shares, which are both rounded down. */
export function sharePoints(from: number, to: number, locale: Locale): string {
  const tenths = (value: number) => Math.floor(value * 1000 + 1e-9)
  return points((tenths(to) - tenths(from)) / 1000, locale)
}

/** A change to be exceeded, in percentage points, rounded up to a tenth. */
export const pointsUp = (difference: number): string => (Math.ceil(difference * 1000 - 1e-9) / 10).toFixed(1)
