import { gatherBatch } from './gather-batch.ts'
import type { Query } from './query/query.ts'
import type { QueryDatabase } from './query/query-database.ts'
import { lateSync, MOST_UNSYNCED } from './sqlite/late-sync.ts'

interface Shared {
  readonly run: (query: Query) => Promise<void>
  readonly settle: (error: unknown) => void
}

export type SharedWrite = <T>(work: (query: Query) => Promise<T>) => Promise<T>

/**
 * Concurrent writes share one commit. A resolved write survives the end of this process and is on disk soon after, so
 * that 100 letters a second do not wait for the disk 100 times. If one throws, all that share its commit fail.
 */
export function sharedWrites(database: Pick<QueryDatabase, 'writeUnsynced' | 'sync' | 'sleep'>): SharedWrite {
  const unsynced = lateSync(database)
  const waiting: Shared[] = []
  const flush = async () => {
    const batch = waiting.splice(0, MOST_UNSYNCED)
    if (waiting.length > 0) void flush()
    try {
      await unsynced.add(batch.length, () =>
        database.writeUnsynced(async (query) => {
          for (const { run } of batch) await run(query)
        }),
      )
      for (const { settle } of batch) settle(undefined)
    } catch (error) {
      for (const { settle } of batch) settle(error)
    }
  }
  return <T>(work: (query: Query) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      let result: T
      waiting.push({
        run: async (query) => {
          result = await work(query)
        },
        settle: (error) => (error === undefined ? resolve(result) : reject(error)),
      })
      if (waiting.length === 1) void gatherBatch(() => waiting.length).then(flush)
    })
}
