import type { CalendarDate, PeriodKey } from '@wayproof/kernel'
import type { FactState, GoalFact } from '@wayproof/oversight'
import type { GoalId, Reason } from '@wayproof/scorecard'

/** A change of a goal in a letter: its states, and no figure. */
export interface GoalChangeItem {
  readonly goal: GoalId
  /** The half-year whose scorecard shows it. */
  readonly period: PeriodKey
  /** The half-year, quarter or year that it is judged for. */
  readonly judged: PeriodKey
  readonly fact: GoalFact
  readonly from: FactState
  readonly to: FactState
  /** The first day on which it was seen. */
  readonly since: CalendarDate
  /** The reason of the verdict. */
  readonly reason: Reason
  /** Day of the last entry or check; null if it is not known. */
  readonly lastOn: CalendarDate | null
}

/** The only goal of a letter; null if it has several. */
export function changedGoal(items: readonly Pick<GoalChangeItem, 'goal'>[]): GoalId | null {
  const [first] = items
  return first && items.every(({ goal }) => goal === first.goal) ? first.goal : null
}
