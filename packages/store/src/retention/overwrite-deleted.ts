import { DatabaseFault } from '../engine/database-fault.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { emptyLog } from '../engine/sqlite/wipe-file.ts'

/**
 * Overwrites what proven deletions left in the bytes of file and log, and notes it beside the proofs. False when another
 * process or a full disk stood in the way: the deletion stands, and the next run finishes it.
 */
export async function overwriteDeleted(database: SqliteDatabase, at: number): Promise<boolean> {
  const last = database.read<{ number: number | null }>(
    'SELECT MAX(number) AS number FROM deletion_proof WHERE wiped_at IS NULL',
  )
  const number = last.get()?.number ?? null
  if (number === null) return true
  try {
    await emptyLog(database)
  } catch (error) {
    if (error instanceof DatabaseFault && (error.code === 'busy' || error.code === 'disk-full')) return false
    throw error
  }
  await database.write((sql) =>
    sql('UPDATE deletion_proof SET wiped_at = ? WHERE wiped_at IS NULL AND number <= ?').run(at, number),
  )
  return true
}
