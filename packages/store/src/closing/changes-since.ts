import { type RegisterId, STAFF_REGISTERS } from '@wayproof/evidence'
import type { Evidence, RecordedChanges } from '@wayproof/scorecard'
import type { ReadQuery } from '../engine/query/query.ts'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { registerTables } from '../registers/register-tables.ts'
import { proofsHold } from '../retention/deletion-proof.ts'
import { recordsLost, recordsUnexplained, rolledBack } from './recorded-changes.ts'

const DELETED = 'SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = ? AND number > ?'

/** What was recorded of registers since they were sealed: imports, changes of rows, deletions with their proofs. */
export function changesSince(
  read: ReadSql,
  sealed: Evidence,
  registers: readonly string[],
): readonly RecordedChanges[] {
  const deletedFrom = (table: string) => read<{ n: number }>(DELETED).get(table, sealed.deletions.number)?.n ?? 0
  const files = JSON.stringify(sealed.files.map(({ id }) => id))
  return registers.filter(isRegister).map((register) => {
    const since = { register, files, last: sealed.lastChange }
    return {
      register,
      rolledBack: rolledBack(read, since),
      unexplained: recordsUnexplained(read, since),
      lost: recordsLost(read, since),
      deleted: deletedFrom(registerTables[register].table),
      forgotten: STAFF_REGISTERS.some((each) => each === register) ? deletedFrom('register_change') : 0,
    }
  })
}

const isRegister = (register: string): register is RegisterId => register in registerTables

/** Whether the proofs of deletion follow from each other, and the last of a seal is still what it was. */
export async function proofsStand(query: ReadQuery, { number, digest }: Evidence['deletions']): Promise<boolean> {
  // Both statements run before the first result is awaited, because the snapshot of `seal-reads` ends then.
  const holds = proofsHold(query)
  const last = query.get<{ digest: string }>('SELECT digest FROM deletion_proof WHERE number = @number', { number })
  return (await holds) && (number === 0 || (await last)?.digest === digest)
}
