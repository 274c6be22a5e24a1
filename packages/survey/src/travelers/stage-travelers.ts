import { setImmediate as otherWork } from 'node:timers/promises'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKeys } from './address-keys.ts'
import { ChunkPacker, type PackingDeps } from './chunk-packer.ts'
import { stagingPlaces } from './open-staging.ts'
import type { TravelerStaging } from './ports.ts'
import type { Staging, StagingTable } from './staging-table.ts'
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
