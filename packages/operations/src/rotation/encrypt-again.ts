import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { Values } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { SEALED } from '../installation/bind-installation.ts'

export interface EncryptionDeps {
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
export async function countEarlier(database: Pick<Written, 'query'>, deps: EncryptionDeps): Promise<number> {
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
