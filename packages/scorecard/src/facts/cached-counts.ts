import type { ReadQuery } from '@wayproof/database/query/query'
import { sharedRead } from '@wayproof/database/query/shared-read'

/** Returns the cached count of a name if no register has changed since it was counted; otherwise counts. */
export type CachedCounts = <T>(name: string, count: () => Promise<T>) => Promise<T>

/** More counts than a dashboard requests in a day. */
const MOST = 2_000

/**
 * Caches counts of registers, which change a few times a day and are read at every view of the dashboard; counting a
 * roster of 5,000 takes tens of milliseconds. A trigger raises the revision in the transaction of each change, and the
 * revision is read before the rows, so a stale count is never returned.
 */
export function cachedCounts(query: ReadQuery): CachedCounts {
  const counts = new Map<string, Promise<unknown>>()
  let countedAt = -1
  // The counts of one view share it.
  const revisionNow = sharedRead(() => revisionOf(query))
  return async <T>(name: string, count: () => Promise<T>): Promise<T> => {
    const revision = await revisionNow()
    if (revision !== countedAt || counts.size >= MOST) counts.clear()
    countedAt = revision
    const cached = counts.get(name) as Promise<T> | undefined
    if (cached) return cached
    const counting = count()
    counts.set(name, counting)
    // A count that failed is not cached.
    counting.catch(() => counts.delete(name))
    return counting
  }
}

async function revisionOf(query: ReadQuery): Promise<number> {
  const row = await query.get<{ revision: number }>('SELECT revision FROM register_revision')
  if (!row) throw new Error('the revision of the registers is missing')
  return row.revision
}
