import type { CalendarDate, Id, Instant, LocalText, PeriodKey } from '@wayproof/kernel'
import type { GoalId, Owner } from '../goal.ts'

/** What is done about a red goal, or one that nobody was asked about, in the words of whoever decided it. */
export interface Remedy {
  readonly id: Id
  readonly period: PeriodKey
  readonly goal: GoalId
  /** Why the goal is red, or no survey was held. */
  readonly note: string
  readonly action: string
  readonly owner: Owner
  readonly dueOn: CalendarDate
  /** What it is expected to change. */
  readonly effect: string
  readonly decidedAt: Instant
  readonly decidedBy: string
}

export const OUTCOME_STATES = ['done', 'under-way', 'dropped'] as const

/** What came of an improvement or a remedy. */
export interface ActionOutcome {
  readonly state: (typeof OUTCOME_STATES)[number]
  readonly text: string
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** An improvement chosen from the travelers' answers. */
export interface ChosenImprovement {
  readonly id: Id
  readonly text: LocalText
  readonly owner: string
}

/** What was promised on a half-year, and what came of it; null while nobody has said. */
export interface PromisedActions {
  readonly improvements: readonly (ChosenImprovement & { readonly outcome: ActionOutcome | null })[]
  readonly remedies: readonly (Remedy & { readonly outcome: ActionOutcome | null })[]
}
