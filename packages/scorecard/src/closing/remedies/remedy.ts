import type { CalendarDate, Id, Instant, LocalText, PeriodKey } from '@wayproof/kernel'
import type { GoalId, Owner } from '../../goals/goal.ts'

/** What an officer says about a red goal, or one that nobody was asked about, and may change until the freeze. */
export interface RemedyText {
  /** Why the goal is red, or no survey was held. */
  readonly note: string
  readonly action: string
  readonly dueOn: CalendarDate
  /** What it is expected to change. */
  readonly effect: string
}

/** What is done about such a goal. */
export interface Remedy extends RemedyText {
  readonly id: Id
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly owner: Owner
  readonly decidedAt: Instant
  readonly decidedBy: string
}

/** What a remedy said before a change, and who changed it. */
export interface RemedyChange extends RemedyText {
  readonly changedAt: Instant
  readonly changedBy: string
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
  readonly remedies: readonly (Remedy & {
    readonly outcome: ActionOutcome | null
    /** Oldest first. */
    readonly changes: readonly RemedyChange[]
  })[]
}
