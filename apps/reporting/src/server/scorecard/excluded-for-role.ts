import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Exclusion } from '@wayproof/scorecard/rule-changes/exclusion'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { maySeeStaff } from '../registers/register-access.ts'

/** A reader who may not see single members of staff learns that one is excluded and why, not who. */
export const excludedForRole = (role: UserRole, exclusions: readonly Exclusion[]): readonly Exclusion[] =>
  exclusions.map((exclusion) => nameless(role, exclusion))

/** The same record; without its identity if the role may not see that. */
export function nameless<
  R extends { readonly goal: RowGoal; readonly row: string | null; readonly label: string | null },
>(role: UserRole, row: R): R {
  return row.goal !== 'staff-training' || maySeeStaff(role) ? row : { ...row, row: null, label: null }
}
