import { workerData } from 'node:worker_threads'
import { overwriteDeleted } from '@wayproof/database/sqlite/overwrite-deleted'
import { openSqlite } from '@wayproof/database/sqlite/sqlite-database'
import { answerCalls } from '@wayproof/database/threads/answer-calls'
import { systemClock, systemSleep } from '@wayproof/kernel/system'
import type { AddressKeys } from './address-keys.ts'
import type { TravelerImport } from './ports.ts'
import { openStagingOnSqlite } from './staging-on-sqlite.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

// A thread with its own connection, like another process: the server continues during any import.

export interface StagingWork {
  /** Path of the database. */
  readonly file: string
  readonly keys: AddressKeys
  /** Most clashing rows that are listed. */
  readonly told: number
}

export type StagingCall =
  | { readonly kind: 'stage'; readonly chunk: TravelerChunk }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'take-in'; readonly file: TravelerImport }

/** Kilobytes of cached pages, and so of each part that is sorted at once. */
const CACHE = 2_000
const STAGING_CACHE = 1_000

const { file, keys, told } = workerData as StagingWork
const database = openSqlite({ file, sleep: systemSleep, now: () => systemClock.now() })
const staging = database
  .exclusive((connection) => {
    connection.pragma(`cache_size = -${CACHE}`)
    connection.pragma(`temp.cache_size = -${STAGING_CACHE}`)
    // SQLite sorts rows and rebuilds indexes on other threads. Equal rows then have no fixed order.
    connection.pragma('threads = 2')
    // A commit would move the log into the file; `moveLog` does that after the answer was sent.
    connection.pragma('wal_autocheckpoint = 0')
  })
  .then(() => openStagingOnSqlite(database, { name: 'staged_traveler', keys, told }))

async function answer(call: StagingCall): Promise<unknown> {
  const table = await staging
  if (call.kind === 'stage') return table.stage(call.chunk)
  if (call.kind === 'repeated') return table.repeated()
  return table.takeIn(call.file)
}

/**
 * The log has grown by the whole import. While another process reads or the disk is full it stays, and a later
 * checkpoint moves it: the rows are committed in either case. Deleted rows are overwritten by then, or at the latest
 * the next night.
 */
async function moveLog(call: StagingCall): Promise<void> {
  if (call.kind !== 'take-in' || call.file.dryRun) return
  const moved = database.exclusive((connection) => {
    // Moves most of it beside other writers, who wait while the log is truncated.
    connection.pragma('wal_checkpoint(PASSIVE)')
    connection.pragma('wal_checkpoint(TRUNCATE)')
  })
  await moved.catch(() => undefined)
  await overwriteDeleted(database, call.file.at).catch(() => undefined)
}

answerCalls({ answer, afterwards: moveLog, close: () => database.close() })
