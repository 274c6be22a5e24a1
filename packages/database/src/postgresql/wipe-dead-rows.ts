import { DatabaseFault } from '../database-fault.ts'
import type { ReadQuery } from '../query/query.ts'
import type { Timing } from '../timing.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { codeOf } from './postgresql-fault.ts'

interface Wiped extends Timing {
  readonly query: ReadQuery
  readonly pool: ConnectionPool
}

const LONGEST_WAIT_MS = 60_000
const PAUSE_MS = 500
/** While VACUUM waits for a table, everybody else waits for it too: a backup may hold the table for minutes. */
const LOCK_WAIT_MS = 1_000
const LOCK_TIMEOUT = '55P03'

// VACUUM FULL keeps deleted rows that an older transaction may still read; only without such rows is this mark new.
const WIPED = `SELECT age(relfrozenxid) < age(CAST(CAST(@since AS text) AS xid)) AS wiped FROM pg_class
  WHERE oid = CAST(CAST(@name AS text) AS regclass)`

/**
 * Rewrites tables to new files without deleted rows and drops the old files. A new table under the old name would be
 * empty for transactions that began before; this keeps the rows visible to them. Throws DatabaseFault `busy` if an
 * older transaction does not end.
 */
export async function wipeDeadRows(database: Wiped, tables: readonly string[]): Promise<void> {
  const { query, pool } = database
  const now = await query.get<{ id: string }>('SELECT CAST(pg_current_xact_id() AS text) AS id')
  // Rows contain the last 32 bits of the transaction number.
  const since = String(BigInt(now?.id ?? 0) % 2n ** 32n)
  const end = database.now() + LONGEST_WAIT_MS
  for (const name of tables) {
    for (;;) {
      if ((await vacuum(pool, name)) && (await query.get<{ wiped: 0 | 1 }>(WIPED, { name, since }))?.wiped === 1) break
      if (database.now() > end) throw new DatabaseFault('busy', `a transaction still reads deleted rows of ${name}`)
      await database.sleep(PAUSE_MS)
    }
  }
}

/** False if another transaction holds the table. */
async function vacuum(pool: ConnectionPool, name: string): Promise<boolean> {
  const connection = await pool.connect()
  try {
    await connection.query(`SET lock_timeout = ${LOCK_WAIT_MS}`)
    await connection.query(`VACUUM (FULL) "${name}"`)
    return true
  } catch (error) {
    if (error instanceof Error && codeOf(error) === LOCK_TIMEOUT) return false
    throw error
  } finally {
    await connection.query('RESET lock_timeout').then(
      () => connection.release(),
      (error) => connection.release(error),
    )
  }
}
