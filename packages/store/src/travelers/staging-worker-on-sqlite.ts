import { workerData } from 'node:worker_threads'
import { systemClock, systemSleep } from '@wayproof/kernel/system'
import type { TravelerImport } from '@wayproof/survey'
import { openSqlite } from '../engine/sqlite/sqlite-database.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { answerCalls } from '../threads/answer-calls.ts'
import type { AddressKeys } from './address-keys.ts'
import { openStagingOnSqlite } from './staging-on-sqlite.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

// A thread of its own, with a connection of its own like another process: whatever a file takes, the server goes on.

export interface StagingWork {
  /** Path of the database. */
  readonly file: string
  readonly keys: AddressKeys
  /** Rows that clash and are told. */
  readonly told: number
}

export type StagingCall =
  | { readonly kind: 'stage'; readonly chunk: TravelerChunk }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'take-in'; readonly file: TravelerImport }

/** Kilobytes of pages kept at hand, and so of each part that is sorted at once. */
const CACHE = 2_000
const STAGING_CACHE = 1_000

const { file, keys, told } = workerData as StagingWork
const database = openSqlite({ file, sleep: systemSleep, now: () => systemClock.now() })
const staging = database
  .exclusive((connection) => {
    connection.pragma(`cache_size = -${CACHE}`)
    connection.pragma(`temp.cache_size = -${STAGING_CACHE}`)
    // Sorts the rows, and each index anew, beside the reading and writing of them. What is alike then comes in no order.
    connection.pragma('threads = 2')
    // A commit would move the log: that is done when whoever waits has been answered.
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
 * The log is as long as what it brought. While somebody reads or the disk is full it stays, and a later checkpoint takes it:
 * the rows are in either way. Rows that were deleted for them are overwritten by then, else in the next night.
 */
async function moveLog(call: StagingCall): Promise<void> {
  if (call.kind !== 'take-in' || call.file.dryRun) return
  const moved = database.exclusive((connection) => {
    // Most of it beside other writers: they wait while the log is cut.
    connection.pragma('wal_checkpoint(PASSIVE)')
    connection.pragma('wal_checkpoint(TRUNCATE)')
  })
  await moved.catch(() => undefined)
  await overwriteDeleted(database, call.file.at).catch(() => undefined)
}

answerCalls({ answer, afterwards: moveLog, close: () => database.close() })
