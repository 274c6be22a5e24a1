import type { GoalId, MissingRow } from '@wayproof/scorecard'
import type { UserRole } from '@wayproof/store'
import { maySeeStaff } from './registers/register-access.ts'

/** Staff of a unit who keep the goal from its target. `unit` is empty for all smaller units together. */
export interface MissingUnit {
  readonly unit: string
  readonly count: number
}

const SMALLEST_GROUP = 5

/** Whoever neither keeps the roster nor audits sees people only as counts of units with five or more of them, and never who they are. */
export function missingForRole(
  role: UserRole,
  goal: GoalId,
  rows: readonly MissingRow[],
): readonly MissingRow[] | readonly MissingUnit[] {
  return goal !== 'staff-training' || maySeeStaff(role) ? rows : byUnit(rows)
}

function byUnit(rows: readonly MissingRow[]): MissingUnit[] {
  const counts = new Map<string, number>()
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1)
  const units = [...counts].map(([unit, count]) => ({ unit, count }))
  const shown = units.filter(({ count }) => count >= SMALLEST_GROUP)
  const others = rows.length - shown.reduce((sum, { count }) => sum + count, 0)
  return others === 0 ? shown : [...shown, { unit: '', count: others }]
}
