import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { addGeneration, type KeyFile, type KeyFileFault, readKeyFile } from '@wayproof/database/installation/key-file'
import type { TableQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { takeGeneration } from '../installation/key-generation.ts'
import { linkedWave } from '../installation/linked-wave.ts'
import { withSource } from '../move/move-source.ts'
import { openDatabase } from '../store/open-database.ts'
import { countEarlier, type EncryptionDeps, encryptAgain } from './encrypt-again.ts'

export interface RotationDeps {
  readonly place: DatabasePlace
  /** Path of the key file. */
  readonly keyFile: string
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
}

export interface Rotation extends RotationDeps, Pick<EncryptionDeps, 'progress'> {
  /** The generation to make, or the newest one, to encrypt with it what an earlier run left. */
  readonly generation: number
  /** Called before the first value is encrypted, with true if the generation is new. */
  readonly onReady?: (made: boolean) => void
}

export interface RotatedKey {
  readonly generation: number
  /** False if an earlier run made the generation. */
  readonly made: boolean
  /** Number of values encrypted again. */
  readonly values: number
}

export type RotationFault =
  | KeyFileFault
  | { readonly code: 'key-file-read-only'; readonly figures: { readonly path: string } }
  /** `next`: the generation that the next rotation makes. */
  | { readonly code: 'other-generation'; readonly figures: { readonly next: number } }
  | { readonly code: 'wave-not-anonymous'; readonly figures: { readonly period: PeriodKey } }
  | { readonly code: 'apps-running'; readonly figures: { readonly name: string } }

/** The newest generation of the key of an installation. */
export interface KeyState {
  readonly generation: number
  /** Number of values that earlier generations encrypted. */
  readonly earlier: number
  /** A wave that is open or not yet unlinked, so that the key cannot be rotated; null if there is none. */
  readonly linked: PeriodKey | null
}

/** Reads what a rotation would find. Makes no generation. Throws DatabaseFault. */
export async function readKeyState(deps: RotationDeps): Promise<Outcome<KeyState, RotationFault>> {
  const keyFile = readKeyFile(deps.keyFile, deps.tokens)
  if (!keyFile.ok) return keyFile
  return withKey(deps, keyFile.value, async (database, keys) => {
    const earlier = await countEarlier(database, { ...deps, keyring: keys })
    return ok({ generation: keys.generations, earlier, linked: (await linkedWave(database.query)) ?? null })
  })
}

/**
 * Makes a new generation of the key while no app runs and no wave is open, then encrypts with it what earlier ones
 * encrypted. If a run was killed, the next one with the same generation completes it. Throws DatabaseFault.
 */
export async function rotateKey(rotation: Rotation): Promise<Outcome<RotatedKey, RotationFault>> {
  const keyFile = readKeyFile(rotation.keyFile, rotation.tokens)
  if (!keyFile.ok) return keyFile
  const { generation } = rotation
  const newest = keyFile.value.keys.length
  const isNext = generation === newest + 1
  if (!isNext && !(generation === newest && newest > 1)) return refuse('other-generation', { next: newest + 1 })
  const made = isNext ? await makeGeneration(rotation, keyFile.value) : keyFile
  if (!made.ok) return made
  return withKey(rotation, made.value, async (database, keys) => {
    rotation.onReady?.(isNext)
    return ok({ generation, made: isNext, values: await encryptAgain(database, { ...rotation, keyring: keys }) })
  })
}

const refuse = <Code extends string, Figures>(code: Code, figures: Figures) =>
  ({ ok: false, fault: { code, figures } }) as const

/** Migrates the database and compares its key; a database that is behind the key file takes its newest generation. */
async function withKey<T>(
  { place, ...deps }: RotationDeps,
  keyFile: KeyFile,
  work: (database: QueryDatabase, keys: ReturnType<typeof keyring>) => Promise<T>,
): Promise<T> {
  const keys = keyring(...keyFile.keys)
  const { database } = await openDatabase(place, { ...deps, keyring: keys, keyBinding: keyFile })
  try {
    return await work(database, keys)
  } finally {
    await database.close()
  }
}

async function makeGeneration(rotation: Rotation, keyFile: KeyFile): Promise<Outcome<KeyFile, RotationFault>> {
  const { place, sleep } = rotation
  // Before the operator stops the apps of an open wave in vain.
  const linked = await withKey(rotation, keyFile, ({ query }) => linkedWave(query))
  if (linked) return refuse('wave-not-anonymous', { period: linked })
  const made = await withSource(place, sleep, (source) => makeAlone(source, rotation))
  return made ?? refuse('apps-running', { name: nameOfPlace(place) })
}

/** Runs while no app has the database. Between key file and commit, a crash leaves a key file that is ahead. */
async function makeAlone(
  source: TableQuery,
  { keyFile: path, tokens, generation, clock }: Rotation,
): Promise<Outcome<KeyFile, RotationFault>> {
  const linked = await linkedWave(source)
  if (linked) return refuse('wave-not-anonymous', { period: linked })
  // Another run may have made the generation a moment ago.
  const before = readKeyFile(path, tokens)
  if (!before.ok) return before
  if (before.value.keys.length < generation) {
    const added = addGeneration(path, tokens)
    if (!added.ok) return added
  }
  const after = readKeyFile(path, tokens)
  if (after.ok) await takeGeneration(source, keyring(...after.value.keys), clock.now())
  return after
}
