import { overwriteDeleted } from '@wayproof/database/sqlite/overwrite-deleted'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { ThreadCalls } from '@wayproof/database/threads/thread-calls'
import type { Instant } from '@wayproof/kernel/clock'
import { openStagingOnPostgresql } from './staging-on-postgresql.ts'
import { openStagingOnSqlite } from './staging-on-sqlite.ts'
import type { Staging, StagingTable } from './staging-table.ts'
import type { StagingCall, StagingWork } from './staging-worker-on-sqlite.ts'

/** Opens a staging table, depending on the length of the file. */
export interface StagingPlaces {
  readonly short: () => Promise<StagingTable>
  readonly long: () => Promise<StagingTable>
  /** Overwrites rows that an import of a short file deleted; the thread of a long file does that. */
  readonly overwrite: (at: Instant) => Promise<unknown>
}

export function stagingPlaces(database: StoreDatabase, staging: Staging): StagingPlaces {
  if (database.engine === 'postgresql') {
    const open = () => openStagingOnPostgresql(database, staging)
    return { short: open, long: open, overwrite: async () => undefined }
  }
  const { keys, told } = staging
  return {
    short: () => openStagingOnSqlite(database, staging),
    long: async () => stagingThread({ file: database.file, keys, told }),
    overwrite: (at) => overwriteDeleted(database, at),
  }
}

/** Seals and stages in a thread with little memory, while this thread reads on. */
function stagingThread(work: StagingWork): StagingTable {
  const thread = new ThreadCalls(new URL('staging-worker-on-sqlite.ts', import.meta.url), work, { young: 2, old: 32 })
  const ask = <T>(call: StagingCall) => thread.call<T>(call)
  return {
    stage: (chunk) => ask({ kind: 'stage', chunk }),
    repeated: () => ask({ kind: 'repeated' }),
    takeIn: (taken) => ask({ kind: 'take-in', file: taken }),
    // The import is committed; the caller does not wait for the thread, which still moves the log.
    close: async () => void thread.close().catch(() => undefined),
  }
}
