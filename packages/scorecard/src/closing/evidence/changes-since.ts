import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import { type RegisterId, STAFF_REGISTERS } from '@wayproof/evidence/register'
import { registerTables } from '@wayproof/evidence/registers/register-tables'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import type { RecordedChanges } from '../seals/check-evidence.ts'
import type { Evidence } from '../seals/sealed-parts.ts'
import { recordsLost, recordsUnexplained, rolledBack } from './recorded-changes.ts'

const DELETED = 'SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = @table AND number > @number'

const PROOF = 'SELECT digest FROM deletion_proof WHERE number = @number'

/** Recorded changes of registers since they were sealed: imports, changes of rows, deletions with their proofs. */
export async function changesSince(
  query: SnapshotQuery,
  sealed: Evidence,
  registers: readonly string[],
): Promise<readonly RecordedChanges[]> {
  const deletedFrom = async (table: string) =>
    (await query.get<{ n: number }>(DELETED, { table, number: sealed.deletions.number }))?.n ?? 0
  const files = sealed.files.map(({ id }) => id)
  const changes: RecordedChanges[] = []
  for (const register of registers.filter(isRegister)) {
    const since = { register, files, last: sealed.lastChange }
    changes.push({
      register,
      rolledBack: await rolledBack(query, since),
      unexplained: await recordsUnexplained(query, since),
      lost: await recordsLost(query, since),
      deleted: await deletedFrom(registerTables[register].table),
      forgotten: STAFF_REGISTERS.some((each) => each === register) ? await deletedFrom('register_change') : 0,
    })
  }
  return changes
}

const isRegister = (register: string): register is RegisterId => register in registerTables

/** Whether each proof of deletion follows from the previous one, and the last proof of a seal is unchanged. */
export async function proofsStand(query: ReadQuery, { number, digest }: Evidence['deletions']): Promise<boolean> {
  if (!(await proofsHold(query))) return false
  return number === 0 || (await query.get<{ digest: string }>(PROOF, { number }))?.digest === digest
}
