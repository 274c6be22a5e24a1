import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { ChosenImprovement } from '@wayproof/survey/improvements/improvement'
import type { GoalId } from '../../goals/goal.ts'

/** An officer's text on a red goal, or one without a survey; it can change until the freeze. */
export interface RemedyText {
  /** Reason why the goal is red or no survey was held. */
  readonly note: string
  readonly action: string
  readonly dueOn: CalendarDate
  /** Expected effect. */
  readonly effect: string
}

/** The action on such a goal. */
export interface Remedy extends RemedyText {
  readonly id: Id
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly owner: Owner
  readonly decidedAt: Instant
  readonly decidedBy: string
}

/** A previous text of a remedy, with the user who changed it. */
export interface RemedyChange extends RemedyText {
  readonly changedAt: Instant
  readonly changedBy: string
}

export const OUTCOME_STATES = ['done', 'under-way', 'dropped'] as const

/** Outcome of an improvement, a remedy or an agreed action. */
export interface ActionOutcome {
  readonly state: (typeof OUTCOME_STATES)[number]
  readonly text: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** An action that was agreed in a meeting or because of a finding. */
export interface AgreedAction extends Omit<RemedyText, 'note' | 'action'> {
  readonly id: Id
  readonly origin: string
  readonly text: string
  readonly owner: Owner
}

/** Promised actions of a half-year with their outcomes; an outcome is null until recorded. */
export interface PromisedActions {
  readonly improvements: readonly (ChosenImprovement & { readonly outcome: ActionOutcome | null })[]
  readonly remedies: readonly (Remedy & {
    readonly outcome: ActionOutcome | null
    /** Oldest first. */
    readonly changes: readonly RemedyChange[]
  })[]
  readonly agreed: readonly (AgreedAction & { readonly outcome: ActionOutcome | null })[]
}
