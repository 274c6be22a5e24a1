import { LONGEST_PAUSE_MS } from './busy-retry.ts'
import type { Database } from './database.ts'
import type { Sql } from './sql.ts'

/**
 * Runs `chunk` in consecutive transactions until it returns `done`, for work that would hold the lock too long at once.
 * Other work of this and other processes runs in between. A killed process leaves whole chunks, so the remaining work
 * must follow from the rows.
 */
export async function inChunks(database: Database, chunk: (sql: Sql) => 'more' | 'done'): Promise<void> {
  while ((await database.write(chunk)) === 'more') await database.sleep(LONGEST_PAUSE_MS)
}
