import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Attachment } from '@wayproof/evidence/attachments/ports'
import type { RegisterId } from '@wayproof/evidence/register'
import type { RemovedRow, RowChange, StoredRow } from '@wayproof/evidence/rows/ports'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'
import { isStaffRegister, maySeeStaff, mayWrite } from './register-access.ts'

export interface ShownRow {
  readonly mayWrite: boolean
  /** Null for a record that is no longer in the register. */
  readonly row: StoredRow | null
  /** Newest first. */
  readonly history: readonly RowChange[]
  readonly evidence: readonly Attachment[]
}

/**
 * One record with its source and history, also after its removal.
 * Fault: `row-unknown`, also for a reader who may not see single people.
 */
export async function showRow(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  { register, key }: { readonly register: RegisterId; readonly key: string },
): Promise<Outcome<ShownRow>> {
  if (isStaffRegister(register) && !maySeeStaff(role)) return fail('row-unknown')
  const row = await store.rows.find(register, key)
  const history = await store.rows.history(register, key)
  if (!row && history.length === 0) return fail('row-unknown')
  const evidence = await store.attachments.list(register, key)
  return ok({ mayWrite: mayWrite(role, register), row, history, evidence })
}

/** Manually removed records, for users who may restore them. Fault: `not-the-keeper`. */
export async function listRemoved(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  register: RegisterId,
): Promise<Outcome<readonly RemovedRow[]>> {
  return mayWrite(role, register) ? ok(await store.rows.removed(register)) : fail('not-the-keeper')
}
