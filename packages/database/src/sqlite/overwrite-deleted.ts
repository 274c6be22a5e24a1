import { DatabaseFault } from '../database-fault.ts'
import type { StoreDatabase } from '../store-database.ts'
import { emptyLog } from './wipe-file.ts'

/**
 * Overwrites the bytes that proven deletions left on disk, and records it in the proofs. False if another process or a
 * full disk prevented it: the deletion is in force, and the next night finishes it. On PostgreSQL it is always left to
 * the night, because rewriting tables locks them.
 */
export const overwriteDeleted = async (database: StoreDatabase, at: number): Promise<boolean> =>
  database.engine === 'sqlite' ? overwriteNow(database, at) : false

const LAST = 'SELECT MAX(number) AS number FROM deletion_proof WHERE wiped_at IS NULL'

const NOTE = 'UPDATE deletion_proof SET wiped_at = @at WHERE wiped_at IS NULL AND number <= @number'

/** Like `overwriteDeleted`, also on PostgreSQL. */
export async function overwriteNow(database: StoreDatabase, at: number): Promise<boolean> {
  const number = (await database.query.get<{ number: number | null }>(LAST))?.number ?? null
  if (number === null) return true
  try {
    if (database.engine === 'sqlite') await emptyLog(database)
    else await database.wipeDeadRows(await tablesToWipe(database))
  } catch (error) {
    if (error instanceof DatabaseFault && (error.code === 'busy' || error.code === 'disk-full')) return false
    throw error
  }
  await database.write((query) => query.run(NOTE, { at: new Date(at), number }))
  return true
}

/** Tables that lose columns or rows together with the rows of another, without a proof of their own. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  traveler: ['letter', 'delivery', 'draft'],
  evidence_file: ['evidence_piece'],
  rights_message: ['rights_case'],
  whistle_message: ['whistle_report'],
  staff_role: ['rule_change'],
}

const PLACES = 'SELECT DISTINCT place FROM deletion_proof WHERE wiped_at IS NULL ORDER BY place'

async function tablesToWipe({ query }: Pick<StoreDatabase, 'query'>): Promise<readonly string[]> {
  const rows = await query.all<{ place: string }>(PLACES)
  return [...new Set(rows.flatMap(({ place }) => [place, ...(WITH[place] ?? [])]))]
}
