import { Exact, type ExactVerdict } from '../exact.ts'
import type { TrendBreak } from '../facts.ts'
import type { GoalId } from '../goals/goal.ts'
import type { ComparedVerdict } from '../goals/judge-goal.ts'
import { type LeaksAgainstCap, leaksAgainstCap } from '../goals/leaks-against-cap.ts'
import { publish } from '../publish/publish.ts'
import { coarserStep } from '../publish/published-step.ts'
import type { Interval, Reason, Verdict, VerdictOf } from '../verdict.ts'
import { changeByChance } from './change-by-chance.ts'
import { trendBreakOf } from './trend.ts'

/** A goal against the half-year before (yearly goals: the year before). Null where either has no value. */
export interface Change {
  readonly goal: GoalId
  readonly from: number | null
  readonly to: number | null
  /** Two-sided p of no change, where chance is involved; else null. */
  readonly p: number | null
  /** The interval of the change, in shares, where chance is involved. */
  readonly interval: Interval | null
  /** Smallest change, in shares, that these two waves would have shown four times in five. */
  readonly detectable: number | null
  /** The incident goal has these in place of `from` and `to`: the counts of the two years. Absent: they do not compare. */
  readonly leaks?: { readonly from: LeaksAgainstCap; readonly to: LeaksAgainstCap }
  /** Why the two are not compared though both may have a value; null where they are. */
  readonly broken: TrendBreak | null
}

const NO_CHANCE = { p: null, interval: null, detectable: null }
const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/**
 * `now` against `before`, whose ends are those that readers see; chance is judged from the counts of both. A period that still
 * runs has no value to compare: half a year is not a year.
 */
export function changeOf(before: ComparedVerdict | null, now: ExactVerdict): Exact<'change'> {
  const shown = publish(now)
  if (shown.goal === 'incident-reduction')
    return new Exact('change', leakChange(before?.shown ?? null, shown), now.step)
  const [goal, to, broken] = [shown.goal, finalValue(shown), trendBreakOf(shown)]
  if (broken) return new Exact('change', { goal, from: null, to, ...NO_CHANCE, broken }, now.step)
  const from = before && finalValue(before.shown)
  const earlier = before && isTold(before.shown) ? before.exact : null
  const byChance = earlier && changeByChance(earlier, now)
  const change = { goal, from, to, ...(byChance ?? NO_CHANCE), broken }
  return new Exact('change', change, earlier ? coarserStep(earlier.step, now.step) : now.step)
}

function leakChange(before: Verdict | null, now: VerdictOf<'incident-reduction'>): Change {
  const [from, to] = [before && finalLeaks(before), finalLeaks(now)]
  const leaks = from && to ? { leaks: { from, to } } : {}
  return { goal: now.goal, from: null, to: null, ...NO_CHANCE, ...leaks, broken: null }
}

const finalLeaks = (verdict: Verdict): LeaksAgainstCap | null =>
  UNFINISHED.includes(verdict.reason) ? null : leaksAgainstCap(verdict)

/** What a seal did not tell, no later half-year tells of it. */
const isTold = ({ share }: Verdict): boolean => share !== null

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)
