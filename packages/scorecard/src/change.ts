import { twoProportions } from '@wayproof/statistics'
import type { Change } from './scorecard.ts'
import type { Reason, Verdict } from './verdict.ts'

const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/** `now` against `before`. A period that still runs has no value to compare: half a year is not a year. */
export function changeOf(before: Verdict | null, now: Verdict): Change {
  return { goal: now.goal, from: before && finalValue(before), to: finalValue(now), p: chanceOfNoChange(before, now) }
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
