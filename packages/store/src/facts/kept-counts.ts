import type { ReadQuery } from '../engine/query/query.ts'

/** Gives what was counted under a name before, as long as no register has changed since; else counts. */
export type KeptCounts = <T>(name: string, count: () => Promise<T>) => Promise<T>

/** More than a dashboard asks for in a day. */
const MOST = 2_000

/**
 * Registers change a few times a day and are read at every look at the dashboard; a roster of five thousand takes tens of
 * milliseconds to count. Triggers raise the revision in the transaction of the change, so a stale count is never given:
 * the revision is read before the rows, and never comes back.
 */
export function keptCounts(query: ReadQuery): KeptCounts {
  const counts = new Map<string, Promise<unknown>>()
  let countedAt = -1
  return async <T>(name: string, count: () => Promise<T>): Promise<T> => {
    const revision = await revisionOf(query)
    if (revision !== countedAt || counts.size >= MOST) counts.clear()
    countedAt = revision
    const known = counts.get(name) as Promise<T> | undefined
    if (known) return known
    const counting = count()
    counts.set(name, counting)
    // What failed is counted anew.
    counting.catch(() => counts.delete(name))
    return counting
  }
}

async function revisionOf(query: ReadQuery): Promise<number> {
  const row = await query.get<{ revision: number }>('SELECT revision FROM register_revision')
  if (!row) throw new Error('the revision of the registers is missing')
  return row.revision
}
