import { gatherBatch } from './gather-batch.ts'
import type { Query } from './query/query.ts'
import type { QueryDatabase } from './query/query-database.ts'

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

/** Most writes that a power cut may undo. The end of the process undoes none. */
export const MOST_UNSYNCED = 100
/** Unsynced writes after which a sync starts. */
const MANY = MOST_UNSYNCED / 2
const LONGEST_UNSYNCED_MS = 100

interface LateSync {
  /** Runs `work`, which commits `count` writes without a sync, as soon as at most MOST_UNSYNCED would be unsynced. */
  add(count: number, work: () => Promise<void>): Promise<void>
}

/** `sync` waits for the disk, `sleep` for milliseconds. */
interface Disk {
  sync(): Promise<void>
  sleep(ms: number): Promise<void>
}

/** Syncs committed writes in the background within LONGEST_UNSYNCED_MS. */
export function lateSync(disk: Disk): LateSync {
  let begun = 0
  let committed = 0
  let running: Promise<void> | undefined
  let planned = false

  const run = async () => {
    const covered = committed
    await disk.sync()
    begun -= covered
    committed -= covered
    if (committed > 0) void plan()
  }
  const now = () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  // A failed sync is reported by the next `add` beyond the limit, because unsynced writes stay counted.
  const inTheBackground = () => now().catch(() => undefined)
  const plan = async () => {
    if (planned) return
    planned = true
    await disk.sleep(LONGEST_UNSYNCED_MS)
    planned = false
    if (committed > 0) await inTheBackground()
  }

  return {
    async add(count, work) {
      while (begun > 0 && begun + count > MOST_UNSYNCED) await now()
      begun += count
      try {
        await work()
      } catch (error) {
        begun -= count
        throw error
      }
      committed += count
      void (committed >= MANY ? inTheBackground() : plan())
    },
  }
}
