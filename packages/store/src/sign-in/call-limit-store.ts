import type { Instant } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'

/** At most `calls` in each window of `milliseconds`. */
export interface CallLimit {
  readonly calls: number
  readonly milliseconds: number
}

export interface CallLimitStore {
  /**
   * Counts one call of `key` and gives null, or the milliseconds to wait when the limit is reached (such a call is not
   * counted). A window begins with its first call and ends whatever comes meanwhile, so calls at an even pace below the
   * limit are never refused; a stretch over the end of one may hold up to twice as many.
   */
  take(key: string, limit: CallLimit, now: Instant): Promise<number | null>
  /** Takes one counted call back. */
  giveBack(key: string): Promise<void>
  forget(key: string): Promise<void>
}

/** Longer than any limit in use; what is older decides nothing. */
const KEEP = 24 * 3_600_000

const PRUNE_EVERY = 60_000

/** More callers than this are no people. Beyond it the oldest counts go first. */
export const MOST_COUNTS = 100_000

export function callLimitStore(database: Database): CallLimitStore {
  let prunedAt: Instant | null = null
  /** Within the write lock, so at most once a minute, and by the index on the column. */
  function prune(sql: Sql, now: Instant): void {
    if (prunedAt !== null && Math.abs(now - prunedAt) < PRUNE_EVERY) return
    prunedAt = now
    sql('DELETE FROM rate_limit WHERE last_request < ?').run(now - KEEP)
    sql(
      `DELETE FROM rate_limit WHERE id IN (SELECT id FROM rate_limit ORDER BY last_request DESC LIMIT -1 OFFSET ?)`,
    ).run(MOST_COUNTS)
  }
  return {
    take: (key, limit, now) =>
      database.write((sql) => {
        prune(sql, now)
        return takeCall(sql, key, limit, now)
      }),
    giveBack: (key) =>
      database.write((sql) => void sql('UPDATE rate_limit SET count = count - 1 WHERE key = ? AND count > 0').run(key)),
    forget: (key) => database.write((sql) => void sql('DELETE FROM rate_limit WHERE key = ?').run(key)),
  }
}

/** `take` inside a transaction. */
export function takeCall(sql: Sql, key: string, { calls, milliseconds }: CallLimit, now: Instant): number | null {
  const known = sql<{ count: number; start: number }>(FIND).get(key)
  const running = known !== undefined && now - known.start < milliseconds
  if (running && known.count >= calls) return known.start + milliseconds - now
  sql(SAVE).run({ key, count: running ? known.count + 1 : 1, start: running ? known.start : now })
  return null
}

// The sign-in library names the column; what it holds is the first call of the window.
const FIND = 'SELECT count, last_request AS start FROM rate_limit WHERE key = ?'

const SAVE = `INSERT INTO rate_limit (id, key, count, last_request) VALUES (@key, @key, @count, @start)
  ON CONFLICT (key) DO UPDATE SET count = excluded.count, last_request = excluded.last_request`
