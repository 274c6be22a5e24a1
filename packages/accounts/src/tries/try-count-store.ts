import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'

/** Counts of limited tries, shared by all processes. */
export interface TryCountStore {
  /** Counts one under `key`, or returns false if `most` are counted. */
  countTry(key: Uint8Array, day: CalendarDate, most: number): Promise<boolean>
}

const COUNT = `INSERT INTO try_count (key, day, count) VALUES (@key, @day, 1)
  ON CONFLICT (key) DO UPDATE SET count = try_count.count + 1 WHERE try_count.count < @most`

export const tryCountStore = (database: QueryDatabase): TryCountStore => ({
  countTry: (key, day, most) =>
    database.writeUnsynced(async (query) => (await query.run(COUNT, { key, day, most })) === 1),
})
