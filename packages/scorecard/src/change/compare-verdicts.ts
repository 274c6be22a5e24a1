import { Exact, type ExactVerdict } from '../exact.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import { publish } from '../publish/publish.ts'
import { coarserStep } from '../publish/published-step.ts'
import type { Reason, Verdict, VerdictOf } from '../verdict.ts'
import type { Change } from './change.ts'
import { changeByChance } from './change-by-chance.ts'
import { trendBreakOf } from './trend.ts'

const NO_CHANCE = { p: null, interval: null, detectable: null }

const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/**
 * Compares `now` with `before` by the values that readers see; significance is tested on the counts of both. A running
 * period has no value to compare, because half a year is not a year.
 */
export function changeOf(before: ComparedVerdict | null, now: ExactVerdict): Exact<'change'> {
  const verdictOn = publish(now)
  if (verdictOn.goal === 'incident-reduction')
    return new Exact('change', leakChange(before?.shown ?? null, verdictOn), now.step)
  const [goal, to, trendBreak] = [verdictOn.goal, finalValue(verdictOn), trendBreakOf(verdictOn)]
  if (trendBreak) return new Exact('change', { goal, from: null, to, ...NO_CHANCE, broken: trendBreak }, now.step)
  const from = before && finalValue(before.shown)
  const exactVerdict = before && isTold(before.shown) ? before.exact : null
  const byChance = exactVerdict && changeByChance(exactVerdict, now)
  const change = { goal, from, to, ...(byChance ?? NO_CHANCE), broken: trendBreak }
  return new Exact('change', change, exactVerdict ? coarserStep(exactVerdict.step, now.step) : now.step)
}

function leakChange(before: Verdict | null, now: VerdictOf<'incident-reduction'>): Change {
  const [from, to] = [before && finalLeaks(before), finalLeaks(now)]
  const leaks = from && to ? { leaks: { from, to } } : {}
  return { goal: now.goal, from: null, to: null, ...NO_CHANCE, ...leaks, broken: null }
}

const finalLeaks = (verdict: Verdict): LeaksAgainstCap | null =>
  UNFINISHED.includes(verdict.reason) ? null : leaksAgainstCap(verdict)

/** A figure that a seal did not publish is not published by a later comparison either. */
const isTold = ({ share }: Verdict): boolean => share !== null

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)

/** A published verdict with the exact one for tests of significance, because sealed figures lack digits. */
export interface ComparedVerdict {
  readonly shown: Verdict
  /** The verdict judged from counts; null if no sampling is involved. */
  readonly exact: ExactVerdict<'customer-satisfaction'> | null
}
