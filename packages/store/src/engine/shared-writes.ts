import { gatherBatch } from './gather-batch.ts'
import type { Query } from './query/query.ts'
import type { QueryDatabase } from './query/query-database.ts'
import { lateSync, MOST_UNSYNCED } from './sqlite-log/late-sync.ts'

interface Shared {
  readonly run: (query: Query) => Promise<void>
  readonly settle: (error: unknown) => void
}

export type SharedWrite = <T>(work: (query: Query) => Promise<T>) => Promise<T>

/**
 * Writes that share one commit with those that come in meanwhile. Each outlives this process when its promise resolves;
 * the disk has it soon after, while work goes on: a hundred letters a second do not cost a hundred waits for the disk. One
 * that throws spoils those it shares with.
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
