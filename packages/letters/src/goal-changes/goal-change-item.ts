import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { FactState, GoalFact } from '@wayproof/oversight/goal-changes/goal-fact'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Reason } from '@wayproof/scorecard/verdict'

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
