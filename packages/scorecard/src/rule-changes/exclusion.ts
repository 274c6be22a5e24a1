import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { isYearly } from '../goals/goal.ts'
import type { RowChange, RowGoal } from './rule-change.ts'

/** A row that two people excluded from a goal's share. */
export interface Exclusion extends Pick<RowChange, 'goal' | 'row' | 'label'> {
  readonly reason: string
  readonly at: Instant
  /** Names of the two people: of the proposal and of the decision. */
  readonly by: readonly string[]
}

/** The published part of an exclusion. A staff member appears without key and unit, because every reader sees it. */
export interface ExcludedRow {
  readonly goal: RowGoal
  readonly label: string | null
  readonly reason: string
  readonly decidedOn: CalendarDate
}

/** A confirmed row change. */
export interface ConfirmedRow extends RowChange, Pick<Exclusion, 'reason' | 'at' | 'by'> {}

/**
 * Returns true if a decision about rows for one half-year applies in another: a yearly goal counts the whole year so
 * far.
 */
const reaches = ({ goal, appliesFrom }: Pick<RowChange, 'goal' | 'appliesFrom'>, half: PeriodKey): boolean =>
  isYearly(goal) ? appliesFrom.slice(0, 4) === half.slice(0, 4) && appliesFrom <= half : appliesFrom === half

/** Rows excluded in a half-year, first decided first; `changes` are in order of confirmation. */
export function exclusionsIn(changes: readonly ConfirmedRow[], half: PeriodKey): readonly Exclusion[] {
  const out = new Map<string, Exclusion>()
  for (const change of changes) {
    if (!reaches(change, half)) continue
    const { kind, goal, row, label, reason, at, by } = change
    // The key of a deleted person is gone, so each decision is its own entry.
    const name = JSON.stringify(row === null ? [goal, at] : [goal, row])
    if (kind === 'readmission') out.delete(name)
    else out.set(name, { goal, row, label, reason, at, by })
  }
  return [...out.values()]
}

export const excludedRow = ({ goal, label, reason }: Exclusion, decidedOn: CalendarDate): ExcludedRow => {
  return { goal, label: goal === 'staff-training' ? null : label, reason, decidedOn }
}
