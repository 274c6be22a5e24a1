import { setImmediate as otherWork } from 'node:timers/promises'
import { overwriteDeleted } from '@wayproof/database/sqlite/overwrite-deleted'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { ThreadCalls } from '@wayproof/database/threads/thread-calls'
import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKeys } from './address-keys.ts'
import { ChunkPacker, type PackingDeps } from './chunk-packer.ts'
import type { TravelerStaging } from './ports.ts'
import { openStagingOnPostgresql } from './staging-on-postgresql.ts'
import { openStagingOnSqlite } from './staging-on-sqlite.ts'
import type { Staging, StagingTable } from './staging-table.ts'
import type { StagingCall, StagingWork } from './staging-worker-on-sqlite.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

/** Rows of a chunk: staging them takes a few milliseconds. */
const CHUNK = 250
/** Chunks in flight: the other thread stages one while the others wait. */
const UNDER_WAY = 4
/** A file with at most this many rows is staged on this thread, because starting another takes longer. */
const FEW = 2_000

export interface StagingDeps extends PackingDeps {
  readonly keyring: Keyring
}

export function stageTravelers(
  database: StoreDatabase,
  { name, told }: Omit<Staging, 'keys'>,
  { keyring, ...deps }: StagingDeps,
): TravelerStaging {
  const packer = new ChunkPacker(CHUNK, deps)
  const places = stagingPlaces(database, { name, keys: addressKeys(keyring), told })
  const queued: TravelerChunk[] = []
  let table: Promise<StagingTable> | undefined
  let isShort = false
  let overwrite: () => Promise<unknown> = async () => undefined
  const underWay: Promise<void>[] = []

  async function send(to: StagingTable): Promise<void> {
    for (let chunk = queued.shift(); chunk; chunk = queued.shift()) {
      const staged = to.stage(chunk)
      // The caller that awaits the chunk gets the error; without this handler it would be an unhandled rejection until
      // then.
      staged.catch(() => undefined)
      underWay.push(staged)
      await (underWay.length > UNDER_WAY ? underWay.shift() : otherWork())
    }
  }

  async function settled(): Promise<StagingTable> {
    isShort ||= table === undefined
    table ??= places.short()
    const to = await table
    const rest = packer.rest()
    if (rest) queued.push(rest)
    await send(to)
    await Promise.all(underWay.splice(0))
    return to
  }

  return {
    add: async (travelers) => {
      queued.push(...packer.add(travelers))
      if (queued.length * CHUNK > FEW) table ??= places.long()
      if (table) await send(await table)
    },
    repeated: async () => (await settled()).repeated(),
    takeIn: async (file) => {
      const to = await settled()
      const counts = await to.takeIn(file)
      if (isShort && !file.dryRun) overwrite = () => places.overwrite(file.at)
      return counts
    },
    discard: async () => {
      await Promise.allSettled(underWay.splice(0))
      await (await table)?.close()
      await overwrite()
    },
  }
}

/** Opens a staging table, depending on the length of the file. */
interface StagingPlaces {
  readonly short: () => Promise<StagingTable>
  readonly long: () => Promise<StagingTable>
  /** Overwrites rows that an import of a short file deleted; the thread of a long file does that. */
  readonly overwrite: (at: Instant) => Promise<unknown>
}

function stagingPlaces(database: StoreDatabase, staging: Staging): StagingPlaces {
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
