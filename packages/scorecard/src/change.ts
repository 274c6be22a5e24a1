import { changeByChance } from './change-by-chance.ts'
import type { TrendBreak } from './facts.ts'
import type { GoalId } from './goal.ts'
import { trendBreakOf } from './trend.ts'
import type { Interval, Reason, Verdict } from './verdict.ts'

/** A goal against the half-year before (yearly goals: the year before). Null where either has no value. */
export interface Change {
  readonly goal: GoalId
  readonly from: number | null
  readonly to: number | null
  /** Two-sided p of no change, where chance is involved; else null. */
  readonly p: number | null
  /** Of the change, in shares, where chance is involved. */
  readonly interval: Interval | null
  /** Smallest change, in shares, that these two waves would have shown four times in five. */
  readonly detectable: number | null
  /** Why the two are not compared though both may have a value; null where they are. */
  readonly broken: TrendBreak | null
}

const NO_CHANCE = { p: null, interval: null, detectable: null }
const UNFINISHED: readonly Reason[] = ['running', 'too-early', 'cannot-be-met', 'not-yet-due']

/** `now` against `before`. A period that still runs has no value to compare: half a year is not a year. */
export function changeOf(before: Verdict | null, now: Verdict): Change {
  const [goal, to, broken] = [now.goal, finalValue(now), trendBreakOf(now)]
  if (broken) return { goal, from: null, to, ...NO_CHANCE, broken }
  return { goal, from: before && finalValue(before), to, ...(changeByChance(before, now) ?? NO_CHANCE), broken }
}

const finalValue = ({ value, reason }: Verdict): number | null => (UNFINISHED.includes(reason) ? null : value)
