import type { GoalId, Owner } from './goal.ts'
import type { Scorecard } from './scorecard.ts'
import type { Reason } from './verdict.ts'

/** What a director must know, and what is asked of him: codes and figures, no sentences. */
export interface ExecutiveSummary {
  readonly scorecard: Scorecard
  readonly decisions: readonly Decision[]
  /** Improvements chosen from the travelers' answers of the half-year. */
  readonly improvements: readonly string[]
}

/** A decision asked: one for each goal that is missed. */
export interface Decision {
  readonly goal: GoalId
  readonly owner: Owner
  readonly because: Reason
  readonly missing: number | null
}
