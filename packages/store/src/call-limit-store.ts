import type { Instant } from '@wayproof/kernel'
import type { Database } from './sqlite/database.ts'

/** At most `calls` in any stretch of `milliseconds`. */
export interface CallLimit {
  readonly calls: number
  readonly milliseconds: number
}

export interface CallLimitStore {
  /**
   * Counts one call of `key` and gives null, or the milliseconds to wait when the limit is reached (such a call is not
   * counted). The count starts anew only after a whole stretch without a counted call, so no stretch ever holds more.
   */
  take(key: string, limit: CallLimit, now: Instant): Promise<number | null>
  forget(key: string): Promise<void>
}

/** Longer than any limit in use; what is older decides nothing. */
const KEEP = 24 * 3_600_000

export function callLimitStore(database: Database): CallLimitStore {
  return {
    take: (key, { calls, milliseconds }, now) =>
      database.write((sql) => {
        sql('DELETE FROM rate_limit WHERE last_request < ?').run(now - KEEP)
        const known = sql<{ count: number; last: number }>(FIND).get(key)
        const running = known !== undefined && now - known.last < milliseconds
        if (running && known.count >= calls) return known.last + milliseconds - now
        sql(SAVE).run({ key, count: running ? known.count + 1 : 1, now })
        return null
      }),
    forget: (key) => database.write((sql) => void sql('DELETE FROM rate_limit WHERE key = ?').run(key)),
  }
}

const FIND = 'SELECT count, last_request AS last FROM rate_limit WHERE key = ?'

const SAVE = `INSERT INTO rate_limit (id, key, count, last_request) VALUES (@key, @key, @count, @now)
  ON CONFLICT (key) DO UPDATE SET count = excluded.count, last_request = excluded.last_request`
