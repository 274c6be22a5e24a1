import type SQLite from 'better-sqlite3'
import { toFault } from '../database-fault.ts'
import type { Timing } from '../timing.ts'
import { retryWhileBusy } from './busy-retry.ts'

/**
 * Runs `work` on a connection outside a transaction and repeats it while another process is busy. Rolls back a
 * transaction that `work` leaves open.
 */
export async function runAlone<T>(
  timing: Timing,
  connection: SQLite.Database,
  work: (connection: SQLite.Database) => T,
): Promise<T> {
  const attempt = () => {
    try {
      return work(connection)
    } finally {
      if (connection.inTransaction) connection.exec('ROLLBACK')
    }
  }
  return retryWhileBusy(timing, attempt).catch((error) => Promise.reject(toFault(error)))
}
