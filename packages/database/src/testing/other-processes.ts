import { expect } from 'vitest'
import type { StoreDatabase } from '../store-database.ts'

const OTHERS = `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND state <> 'idle'`

/** Waits until the server has ended what a killed process had sent it; on SQLite it ended with the process. */
export async function untilOthersEnded(database: StoreDatabase): Promise<void> {
  if (database.engine === 'sqlite') return
  await expect.poll(() => database.query.get(OTHERS)).toEqual({ n: 0 })
}
