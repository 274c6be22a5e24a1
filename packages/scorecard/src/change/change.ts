import type { Strength } from '../claims/claim.ts'
import type { TrendBreak } from '../facts.ts'
import type { GoalId } from '../goals/goal.ts'
import type { LeaksAgainstCap } from '../goals/leaks-against-cap.ts'
import type { Interval } from '../verdict.ts'

/** Change of a goal from the previous half-year (yearly goals: the previous year). Null if either has no value. */
export interface Change {
  readonly goal: GoalId
  readonly from: number | null
  readonly to: number | null
  /** How firm the change is if sampling is involved, else null. */
  readonly strength: Strength | null
  /** Interval of the change, in shares, if sampling is involved. */
  readonly interval: Interval | null
  /** Smallest change, in shares, that two such waves find 80 times in 100. */
  readonly detectable: number | null
  /**
   * For the incident goal, instead of `from` and `to`: the counts of the two years. Absent if they are not comparable.
   */
  readonly leaks?: { readonly from: LeaksAgainstCap; readonly to: LeaksAgainstCap }
  /** Reason why the two are not comparable even if both have a value; null if they are. */
  readonly broken: TrendBreak | null
}
