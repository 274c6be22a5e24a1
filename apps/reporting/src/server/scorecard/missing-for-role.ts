import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { UnitCount } from '@wayproof/evidence/rows/ports'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { MissingRow } from '@wayproof/scorecard/goals/missing-row'
import { maySeeStaff } from '../registers/register-access.ts'
import { unitsForRole } from '../registers/units-for-role.ts'

/** A reader who may not see single members of staff gets counts of units, as in the registers. */
export function missingForRole(
  role: UserRole,
  goal: GoalId,
  rows: readonly MissingRow[],
): readonly MissingRow[] | readonly UnitCount[] {
  return goal !== 'staff-training' || maySeeStaff(role) ? rows : unitsForRole(byUnit(rows))
}

function byUnit(rows: readonly MissingRow[]): UnitCount[] {
  const counts = new Map<string, number>()
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([unit, people]) => ({ unit, people }))
}
