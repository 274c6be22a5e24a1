import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { LocalText } from '@wayproof/kernel/people/locale'

/** An improvement to be stored. */
export interface NewImprovement extends ChosenImprovement {
  readonly period: PeriodKey
  readonly chosenAt: Instant
  /** Name of the officer who chose it. */
  readonly chosenBy: string
}

export interface ImprovementChoices {
  /** Half-year of an improvement; null if it does not exist or was withdrawn. */
  periodOf(id: Id): Promise<PeriodKey | null>
  choose(improvement: NewImprovement): Promise<void>
  /**
   * Withdraws an improvement that no invitation has mentioned; the entry remains. Faults: `improvement-unknown`,
   * `improvement-told`.
   */
  withdraw(id: Id, withdrawn: { readonly at: Instant; readonly by: string }): Promise<Outcome<null>>
}

/** An improvement chosen from the travelers' answers. */
export interface ChosenImprovement {
  readonly id: Id
  readonly text: LocalText
  readonly owner: string
}
