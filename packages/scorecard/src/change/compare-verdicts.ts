import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { Reason, Verdict, VerdictOf } from '../verdict.ts'
import type { Change } from './change.ts'
import { trendBreakOf } from './trend.ts'
import { waveChange } from './wave-change.ts'

const NO_CHANCE = { strength: null, interval: null, detectable: null }

const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/**
 * Compares `now` with `before` by the published figures alone, so that a change reveals no more than they do. A running
 * period has no value to compare, because half a year is not a year.
 */
export function changeOf(before: Verdict | null, now: Verdict): Change {
  if (now.goal === 'incident-reduction') return leakChange(before, now)
  const [goal, to, broken] = [now.goal, finalValue(now), trendBreakOf(now)]
  if (broken) return { goal, from: null, to, ...NO_CHANCE, broken }
  const from = before && finalValue(before)
  return { goal, from, to, ...(before ? chanceOf(before, now) : NO_CHANCE), broken }
}

/** Only travelers are sampled. */
function chanceOf(before: Verdict, now: Verdict): Pick<Change, 'strength' | 'interval' | 'detectable'> {
  if (before.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return NO_CHANCE
  const change = waveChange(before, now)
  if (!change) return NO_CHANCE
  const { strength, interval, difference, detectable } = change.weighted ?? change.unweighted
  return { strength, interval, detectable: difference < 0 ? detectable.fall : detectable.rise }
}

function leakChange(before: Verdict | null, now: VerdictOf<'incident-reduction'>): Change {
  const [from, to] = [before && finalLeaks(before), finalLeaks(now)]
  const leaks = from && to ? { leaks: { from, to } } : {}
  return { goal: now.goal, from: null, to: null, ...NO_CHANCE, ...leaks, broken: null }
}

const finalLeaks = (verdict: Verdict): LeaksAgainstCap | null =>
  UNFINISHED.includes(verdict.reason) ? null : leaksAgainstCap(verdict)

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)
