import type { Database } from './database.ts'
import { lateSync, MOST_UNSYNCED } from './late-sync.ts'
import type { Sql } from './sql.ts'

/** Turns of the event loop that a write waits for company: what the mail server said to other connections comes in. */
const TURNS = 8
function afterTurns(turns: number, work: () => void): void {
  setImmediate(turns === 1 ? work : () => afterTurns(turns - 1, work))
}

interface Shared {
  readonly run: (sql: Sql) => void
  readonly settle: (error: unknown) => void
}

export type SharedWrite = <T>(work: (sql: Sql) => T) => Promise<T>

/**
 * Writes that share one commit with those that come in meanwhile. Each outlives this process when its promise resolves;
 * the disk has it soon after, while work goes on: a hundred letters a second do not cost a hundred waits for the disk. One
 * that throws spoils those it shares with.
 */
export function sharedWrites(database: Pick<Database, 'writeUnsynced' | 'sync' | 'sleep'>): SharedWrite {
  const unsynced = lateSync(database)
  const waiting: Shared[] = []
  const flush = async () => {
    const batch = waiting.splice(0, MOST_UNSYNCED)
    if (waiting.length > 0) void flush()
    try {
      await unsynced.add(batch.length, () =>
        database.writeUnsynced((sql) => {
          for (const { run } of batch) run(sql)
        }),
      )
      for (const { settle } of batch) settle(undefined)
    } catch (error) {
      for (const { settle } of batch) settle(error)
    }
  }
  return <T>(work: (sql: Sql) => T) =>
    new Promise<T>((resolve, reject) => {
      let result: T
      waiting.push({
        run: (sql) => {
          result = work(sql)
        },
        settle: (error) => (error === undefined ? resolve(result) : reject(error)),
      })
      if (waiting.length === 1) afterTurns(TURNS, () => void flush())
    })
}
