import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'
import type { GoalId } from '@wayproof/scorecard/goals/goal'

/** The decision of an executive on something that a summary asks for. */
export interface ExecutiveDecision {
  /** The half-year and the missed goal of the question. */
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly userId: Id
  readonly decidedBy: string
  readonly choice: DecisionChoice
  /** Empty if there is none. */
  readonly comment: string
  readonly decidedAt: Instant
}

export type FixedFault = { readonly code: 'already-frozen' | 'period-closed' }

export interface DecisionStore {
  /** The decisions of all executives, oldest first. */
  list(period: PeriodKey): Promise<readonly ExecutiveDecision[]>
  /** Replaces the earlier decision of the same executive. */
  save(decision: ExecutiveDecision): Promise<Outcome<null, FixedFault>>
  /** True once the half-year is frozen or closed. */
  isFixed(period: PeriodKey): Promise<boolean>
}
