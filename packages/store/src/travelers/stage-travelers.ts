import { createSecretKey } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { ClashingRows, NumberedTraveler, TravelerStaging } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { type SealedChunk, sealChunk } from './sealed-chunk.ts'
import type { SealedClashes } from './sealed-clash.ts'
import { openStaging, type StagingTable } from './staging-table.ts'
import type { StagingCall } from './staging-worker.ts'
import { ThreadCalls } from './thread-calls.ts'
import { packChunk, type TravelerChunk } from './traveler-chunk.ts'

export interface StagingDeps {
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
}

/** Rows of a chunk: sealing or staging them takes a few milliseconds. */
const CHUNK = 500
/** Chunks on their way at once; each thread has one in hand and one that waits. */
const UNDER_WAY = 5
/** A file with no more is sealed and staged in this thread: to start others would take longer. */
const FEW = 2_000

/** Who seals and stages; `close` forgets what was staged. */
interface Crew extends StagingTable {
  seal(chunk: TravelerChunk): Promise<SealedChunk>
}

export function stageTravelers(database: Database, name: string, deps: StagingDeps): TravelerStaging {
  let held: NumberedTraveler[] = []
  let crew: Promise<Crew> | undefined
  const underWay: Promise<void>[] = []

  async function send(at: Crew): Promise<void> {
    const chunk = packChunk(held.splice(0, CHUNK), deps)
    const staged = at.seal(chunk).then((sealed) => at.stage(sealed))
    // Whoever waits for it sees the error; until then nobody does.
    staged.catch(() => undefined)
    underWay.push(staged)
    if (underWay.length > UNDER_WAY) await underWay.shift()
  }

  async function settled(): Promise<Crew> {
    crew ??= crewHere(database, name, deps.keyring)
    const at = await crew
    while (held.length > 0) await send(at)
    await Promise.all(underWay.splice(0))
    return at
  }

  return {
    add: async (travelers) => {
      held = held.concat(travelers)
      if (held.length > FEW) crew ??= crewOfThreads(database, deps.keyring)
      if (!crew) return
      const at = await crew
      while (held.length >= CHUNK) await send(at)
    },
    repeated: async () => opened(await (await settled()).repeated(), deps.keyring),
    takeIn: async (file) => {
      const taken = await (await settled()).takeIn(file)
      if (taken.ok) return taken
      return { ok: false, fault: { code: 'addresses-taken', ...opened(taken.fault, deps.keyring) } }
    },
    discard: async () => {
      await Promise.allSettled(underWay.splice(0))
      await (await crew)?.close()
    },
  }
}

const opened = ({ rows, total }: SealedClashes, keyring: Keyring): ClashingRows => ({
  total,
  rows: rows.map(({ rowNumber, code, text, otherRow }) => ({
    rowNumber,
    code,
    text: typeof text === 'string' ? text : keyring.open('address', text),
    ...(otherRow === null ? {} : { otherRow }),
  })),
})

async function crewHere(database: Database, name: string, keyring: Keyring): Promise<Crew> {
  const key = (purpose: 'address' | 'address-look-up') => createSecretKey(keyring.secret(purpose), 'hex')
  const keys = { address: key('address'), lookUp: key('address-look-up') }
  const table = await openStaging(database, name)
  return {
    ...table,
    seal: async (chunk) => {
      await otherWork()
      return sealChunk(keys, chunk)
    },
  }
}

/** One thread seals while another writes, and this one reads on; each has little memory. */
async function crewOfThreads(database: Database, keyring: Keyring): Promise<Crew> {
  const keys = { address: keyring.secret('address'), lookUp: keyring.secret('address-look-up') }
  const sealing = new ThreadCalls(new URL('sealing-worker.ts', import.meta.url), keys, { young: 2, old: 64 })
  const staging = new ThreadCalls(new URL('staging-worker.ts', import.meta.url), database.file, { young: 2, old: 128 })
  const ask = <T>(call: StagingCall) => staging.call<T>(call)
  return {
    seal: (chunk) => sealing.call(chunk),
    stage: (chunk) =>
      staging.call(
        { kind: 'stage', chunk },
        [chunk.sealed, chunk.ends, chunk.hashes].map(({ buffer }) => buffer as ArrayBuffer),
      ),
    repeated: () => ask({ kind: 'repeated' }),
    takeIn: (file) => ask({ kind: 'take-in', file }),
    close: async () => {
      await Promise.all([sealing.close(), staging.close()])
    },
  }
}
