import type { Instant } from '@wayproof/kernel'
import type { Evidence, RecordedChange } from '@wayproof/scorecard'
import { registerTables } from '../evidence-tables.ts'
import { proofsHold } from '../retention/deletion-proof.ts'
import type { ReadSql } from '../sqlite/sql.ts'

/** What was recorded of each register after a moment (imports, and changes of rows) and after a proof of deletion. */
export function changesSince(read: ReadSql, at: Instant, proof: number): readonly RecordedChange[] {
  const imports = read<{ n: number }>('SELECT count(*) AS n FROM import_file WHERE register = ? AND imported_at > ?')
  const rows = read<{ n: number }>('SELECT count(*) AS n FROM register_change WHERE register = ? AND at > ?')
  const deletions = read<{ n: number }>(
    'SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = ? AND number > ?',
  )
  return Object.entries(registerTables).map(([register, { table }]) => ({
    register,
    changes: (imports.get(register, at)?.n ?? 0) + (rows.get(register, at)?.n ?? 0),
    deleted: deletions.get(table, proof)?.n ?? 0,
  }))
}

/** Whether the proofs of deletion follow from each other, and the last of a seal is still what it was. */
export function proofsStand(read: ReadSql, { number, digest }: Evidence['deletions']): boolean {
  if (!proofsHold(read)) return false
  if (number === 0) return true
  return read<{ digest: string }>('SELECT digest FROM deletion_proof WHERE number = ?').get(number)?.digest === digest
}
