import type { Id, Instant, Outcome, PeriodKey } from '@wayproof/kernel'
import type { DecisionChoice, GoalId } from '@wayproof/scorecard'

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
