import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { addGeneration, type KeyFile, type KeyFileFault, readKeyFile } from '@wayproof/database/installation/key-file'
import type { TableQuery, Values } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { SEALED } from '../installation/bind-installation.ts'
import { takeGeneration } from '../installation/key-generation.ts'
import { linkedWave } from '../installation/linked-wave.ts'
import { withSource } from '../move/move-source.ts'
import { openDatabase } from '../store/open-database.ts'

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

interface EncryptionDeps {
  readonly keyring: Keyring
  readonly tokens: Tokens
  /** Receives the number of values encrypted again so far. */
  readonly progress?: (values: number) => void
}

/** The part of a database that a run uses. */
type Written = Pick<QueryDatabase, 'query' | 'write' | 'sleep'>

type EncryptedColumn = (typeof SEALED)[number]

interface EncryptedRow extends Record<string, string | number | Uint8Array> {
  readonly sealed: Uint8Array
}

interface Renewed {
  readonly row: EncryptedRow
  readonly again: Uint8Array
}

const CHUNK = 500

/**
 * Encrypts with the newest generation of the key what an earlier one encrypted, in short transactions, while apps may
 * run. A killed run leaves complete chunks; the next one passes them over. Returns the number of values.
 */
export async function encryptAgain(database: Written, deps: EncryptionDeps): Promise<number> {
  let count = 0
  for (const column of SEALED)
    for await (const renewed of renewedRows(database, column, deps)) {
      if (renewed.length === 0) continue
      await replaceValues(database, column, renewed)
      count += renewed.length
      deps.progress?.(count)
      await database.sleep(CHUNK_PAUSE_MS)
    }
  return count
}

/** The number of values that an earlier generation encrypted. */
async function countEarlier(database: Pick<Written, 'query'>, deps: EncryptionDeps): Promise<number> {
  let count = 0
  for (const column of SEALED) for await (const renewed of renewedRows(database, column, deps)) count += renewed.length
  return count
}

/** The rows of each chunk of a table that an earlier generation encrypted, with their new values. */
async function* renewedRows(
  { query }: Pick<Written, 'query'>,
  [purpose, table, column, key]: EncryptedColumn,
  { keyring, tokens }: EncryptionDeps,
): AsyncIterable<readonly Renewed[]> {
  const names = key.join()
  const after = `AND (${names}) > (${key.map((name) => `@${name}`).join()})`
  const chunk = (condition: string) => `SELECT ${names}, ${column} AS sealed FROM ${table}
    WHERE ${column} IS NOT NULL ${condition} ORDER BY ${names} LIMIT ${CHUNK}`
  let rows = await query.all<EncryptedRow>(chunk(''))
  for (;;) {
    const nonces = tokens.bytes(NONCE_BYTES * rows.length)
    yield rows.flatMap((row, n) => {
      const again = keyring.encryptAgain(purpose, row.sealed, nonces.subarray(n * NONCE_BYTES, (n + 1) * NONCE_BYTES))
      return again ? [{ row, again }] : []
    })
    const last = rows[CHUNK - 1]
    if (!last) return
    rows = await query.all<EncryptedRow>(chunk(after), keyOf(last, key))
  }
}

const keyOf = (row: EncryptedRow, key: readonly string[]): Values =>
  Object.fromEntries(key.map((name) => [name, row[name] ?? null]))

/** Leaves values that an app has changed in the meantime. */
const replaceValues = (
  database: Pick<Written, 'write'>,
  [, table, column, key]: EncryptedColumn,
  renewed: readonly Renewed[],
): Promise<void> =>
  database.write(async (query) => {
    const isRow = key.map((name) => `${name} = @${name}`).join(' AND ')
    for (const { row, again } of renewed)
      await query.run(`UPDATE ${table} SET ${column} = @again WHERE ${isRow} AND ${column} = @sealed`, {
        ...keyOf(row, key),
        sealed: row.sealed,
        again,
      })
  })
