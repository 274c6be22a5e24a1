import { twoProportions } from '@wayproof/statistics'
import type { TrendBreak } from './facts.ts'
import type { GoalId } from './goal.ts'
import { trendBreakOf } from './trend.ts'
import type { Reason, Verdict } from './verdict.ts'

/** A goal against the half-year before (yearly goals: the year before). Null where either has no value. */
export interface Change {
  readonly goal: GoalId
  readonly from: number | null
  readonly to: number | null
  /** Two-sided p of no change, where chance is involved; else null. */
  readonly p: number | null
  /** Why the two are not compared though both may have a value; null where they are. */
  readonly broken: TrendBreak | null
}

const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/** `now` against `before`. A period that still runs has no value to compare: half a year is not a year. */
export function changeOf(before: Verdict | null, now: Verdict): Change {
  const [goal, to, broken] = [now.goal, finalValue(now), trendBreakOf(now)]
  if (broken) return { goal, from: null, to, p: null, broken }
  return { goal, from: before && finalValue(before), to, p: chanceOfNoChange(before, now), broken }
}

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)

/** Two-sided, of two independent waves; only where travelers were asked is chance involved. */
function chanceOfNoChange(before: Verdict | null, now: Verdict): number | null {
  if (before?.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return null
  if (!before.share || !now.share) return null
  return twoProportions({
    x1: before.share.numerator,
    n1: before.share.denominator,
    x2: now.share.numerator,
    n2: now.share.denominator,
  }).p
}
