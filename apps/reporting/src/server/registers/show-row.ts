import type { RegisterId, StoredRow } from '@wayproof/evidence'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'
import type { Parts } from '../context.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'

export interface ShownRow {
  readonly mayWrite: boolean
  readonly row: StoredRow
}

/** One row with where it came from. Fault `row-unknown`, also for a reader who may not see single people. */
export async function showRow(
  { store }: Pick<Parts, 'store'>,
  role: UserRole,
  { register, key }: { readonly register: RegisterId; readonly key: string },
): Promise<Outcome<ShownRow>> {
  if (isStaffRegister(register) && !maySeeStaff(role)) return fail('row-unknown')
  const row = await store.rows.find(register, key)
  return row ? ok({ mayWrite: mayWrite(role, register), row }) : fail('row-unknown')
}
