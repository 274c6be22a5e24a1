import type { CalendarDate, Instant, PeriodKey } from '@wayproof/kernel'
import { isYearly } from '../goals/goal.ts'
import type { RowChange, RowGoal } from './rule-change.ts'

/** A row that two people left out of a goal's share. */
export interface Exclusion extends Pick<RowChange, 'goal' | 'row' | 'label'> {
  readonly reason: string
  readonly at: Instant
}

/** What a scorecard tells of it. A member of staff is told without key and unit: every reader sees it. */
export interface ExcludedRow {
  readonly goal: RowGoal
  readonly label: string | null
  readonly reason: string
  readonly decidedOn: CalendarDate
}

/** A confirmed change of rows. */
export interface ConfirmedRow extends RowChange {
  readonly reason: string
  readonly at: Instant
}

/** Whether what is said about rows for one half-year holds in another: a yearly goal counts all of its year so far. */
const reaches = ({ goal, appliesFrom }: Pick<RowChange, 'goal' | 'appliesFrom'>, half: PeriodKey): boolean =>
  isYearly(goal) ? appliesFrom.slice(0, 4) === half.slice(0, 4) && appliesFrom <= half : appliesFrom === half

/** The rows that are left out in a half-year, first decided first; `changes` in the order in which they were confirmed. */
export function exclusionsIn(changes: readonly ConfirmedRow[], half: PeriodKey): readonly Exclusion[] {
  const out = new Map<string, Exclusion>()
  for (const change of changes) {
    if (!reaches(change, half)) continue
    const { kind, goal, row, label, reason, at } = change
    // The key of a deleted person names nobody any more: each decision stands by itself.
    const name = JSON.stringify(row === null ? [goal, at] : [goal, row])
    if (kind === 'readmission') out.delete(name)
    else out.set(name, { goal, row, label, reason, at })
  }
  return [...out.values()]
}

export const excludedRow = ({ goal, label, reason }: Exclusion, decidedOn: CalendarDate): ExcludedRow => {
  return { goal, label: goal === 'staff-training' ? null : label, reason, decidedOn }
}
