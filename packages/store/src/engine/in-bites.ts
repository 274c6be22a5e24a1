import { LONGEST_PAUSE_MS } from './busy-retry.ts'
import type { Database } from './database.ts'
import type { Sql } from './sql.ts'

/**
 * Runs `bite` in one transaction after the other until it says that nothing is left, for what would hold the lock too long
 * at once. In between the event loop goes on, and whoever waits for the lock, here or in another process, has his turn. A
 * process that is killed leaves whole bites: what is left to do must show in the rows.
 */
export async function inBites(database: Database, bite: (sql: Sql) => 'more' | 'done'): Promise<void> {
  while ((await database.write(bite)) === 'more') await database.sleep(LONGEST_PAUSE_MS)
}
