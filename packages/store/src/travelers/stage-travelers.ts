import { setImmediate as otherWork } from 'node:timers/promises'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { TravelerStaging } from '@wayproof/survey'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { overwriteDeleted } from '../retention/overwrite-deleted.ts'
import { ThreadCalls } from '../threads/thread-calls.ts'
import { addressKeys } from './address-keys.ts'
import { ChunkPacker, type PackingDeps } from './chunk-packer.ts'
import { openStaging, type Staging, type StagingTable } from './staging-table.ts'
import type { StagingCall, StagingWork } from './staging-worker.ts'
import type { TravelerChunk } from './traveler-chunk.ts'

/** Rows of a chunk: staging them takes a few milliseconds. */
const CHUNK = 250
/** Chunks on their way at once: the other thread has one in hand and some that wait. */
const UNDER_WAY = 4
/** A file with no more is sealed and staged in this thread: to start another would take longer. */
const FEW = 2_000

export interface StagingDeps extends PackingDeps {
  readonly keyring: Keyring
}

export function stageTravelers(
  database: SqliteDatabase,
  { name, told }: Omit<Staging, 'keys'>,
  { keyring, ...deps }: StagingDeps,
): TravelerStaging {
  const packer = new ChunkPacker(CHUNK, deps)
  const keys = addressKeys(keyring)
  const held: TravelerChunk[] = []
  let table: Promise<StagingTable> | undefined
  let inThisThread = false
  let overwrite: () => Promise<unknown> = async () => undefined
  const underWay: Promise<void>[] = []

  async function send(to: StagingTable): Promise<void> {
    for (let chunk = held.shift(); chunk; chunk = held.shift()) {
      const staged = to.stage(chunk)
      // The caller that awaits it sees the error; until then nobody does.
      staged.catch(() => undefined)
      underWay.push(staged)
      await (underWay.length > UNDER_WAY ? underWay.shift() : otherWork())
    }
  }

  async function settled(): Promise<StagingTable> {
    inThisThread ||= table === undefined
    table ??= openStaging(database, { name, keys, told })
    const to = await table
    const rest = packer.rest()
    if (rest) held.push(rest)
    await send(to)
    await Promise.all(underWay.splice(0))
    return to
  }

  return {
    add: async (travelers) => {
      held.push(...packer.add(travelers))
      if (held.length * CHUNK > FEW) table ??= Promise.resolve(stagingThread({ file: database.file, keys, told }))
      if (table) await send(await table)
    },
    repeated: async () => (await settled()).repeated(),
    takeIn: async (file) => {
      const to = await settled()
      const counts = await to.takeIn(file)
      // The other thread does it when it moves the log.
      if (inThisThread && !file.dryRun) overwrite = () => overwriteDeleted(database, file.at)
      return counts
    },
    discard: async () => {
      await Promise.allSettled(underWay.splice(0))
      await (await table)?.close()
      await overwrite()
    },
  }
}

/** Seals and stages in a thread of its own, with little memory, while this one reads on. */
function stagingThread(work: StagingWork): StagingTable {
  const thread = new ThreadCalls(new URL('staging-worker.ts', import.meta.url), work, { young: 2, old: 32 })
  const ask = <T>(call: StagingCall) => thread.call<T>(call)
  return {
    stage: (chunk) => ask({ kind: 'stage', chunk }),
    repeated: () => ask({ kind: 'repeated' }),
    takeIn: (taken) => ask({ kind: 'take-in', file: taken }),
    // What was taken in is kept; that the thread still moves the log, nobody waits for.
    close: async () => void thread.close().catch(() => undefined),
  }
}
