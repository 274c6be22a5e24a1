import type { Database } from '../engine/database.ts'

/** Gives what was counted under a name before, as long as no register has changed since; else counts. */
export type KeptCounts = <T>(name: string, count: () => T) => T

/** More than a dashboard asks for in a day. */
const MOST = 2_000

/**
 * Registers change a few times a day and are read at every look at the dashboard; a roster of five thousand takes tens of
 * milliseconds to count. Triggers raise the revision in the transaction of the change, so a stale count is never given:
 * the revision is read before the rows, and never comes back.
 */
export function keptCounts(database: Database): KeptCounts {
  const counts = new Map<string, unknown>()
  let countedAt = -1
  return <T>(name: string, count: () => T): T => {
    const revision = revisionOf(database)
    if (revision !== countedAt || counts.size >= MOST) counts.clear()
    countedAt = revision
    if (!counts.has(name)) counts.set(name, count())
    return counts.get(name) as T
  }
}

function revisionOf(database: Database): number {
  const row = database.read<{ revision: number }>('SELECT revision FROM register_revision').get()
  if (!row) throw new Error('the revision of the registers is missing')
  return row.revision
}
