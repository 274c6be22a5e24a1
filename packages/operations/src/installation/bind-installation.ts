import { DatabaseFault } from '@wayproof/database/database-fault'
import type { KeyBinding } from '@wayproof/database/installation/key-file'
import { isLater } from '@wayproof/database/installation/version'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Ids } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import { VERSION } from '@wayproof/kernel/version'
import { assertGeneration, takeGeneration, takeWithWaves } from './key-generation.ts'

export interface Installation {
  readonly database_id: string
  readonly key_check: Uint8Array
  readonly version: string
}

export interface BindingDeps {
  readonly ids: Ids
  readonly keyring: Keyring
  /** Content of the key file; absent if the key is in no file. */
  readonly keyBinding?: KeyBinding | undefined
  /** True if this start created the database. */
  readonly isNew: boolean
  /** True for a copy that is being restored. */
  readonly isRestored?: boolean | undefined
}

/**
 * Binds key, key file and database to each other at the first start, and compares them at every later one. Records the
 * newest version and the newest generation of the key that opened the database. Throws DatabaseFault `other-key`,
 * `key-generation-missing` or `key-generation-early`.
 */
export async function bindInstallation(
  database: QueryDatabase,
  { ids, keyring, keyBinding, isNew, isRestored }: BindingDeps,
): Promise<void> {
  const remembered = keyBinding?.databaseId ?? null
  if (!(await readInstallation(database.query))) {
    // An operator may restore a copy from before version 0.2.0 beside a key that remembers the database id, but not an
    // empty database.
    if (remembered !== null && isNew) throw otherKey('the database is empty, and the key file belongs to another')
    await assertOpensSealed(database.query, keyring)
    const id = remembered ?? ids.next()
    await database.write((query) =>
      query.run(
        `INSERT INTO installation (id, database_id, key_check, version, keys_apart)
          VALUES (1, @id, @check, @version, NOT EXISTS (SELECT 1 FROM "user") AND NOT EXISTS (SELECT 1 FROM wave))
          ON CONFLICT DO NOTHING`,
        { id, check: keyCheck(keyring, id), version: VERSION },
      ),
    )
  }
  const installation = await readInstallation(database.query)
  if (!installation) throw new DatabaseFault('other-database', 'the database has lost its id')
  assertKeyOf(installation, keyring, remembered)
  if ((await assertGeneration(database.query, keyring)) < keyring.generations) {
    // The key file is ahead of the database after a restore, or if `rotate-key` was killed.
    const take = isRestored ? takeWithWaves : takeGeneration
    await database.write((query) => take(query, keyring, database.now()))
  }
  if (isLater(VERSION, installation.version))
    await database.write((query) => query.run('UPDATE installation SET version = @version', { version: VERSION }))
  keyBinding?.remember(installation.database_id)
}

/** Throws DatabaseFault `other-key` unless the key belongs to this database, and `moved-away` if it was moved. */
export function assertKeyOf(installation: Installation, keyring: Keyring, remembered: string | null): void {
  if (installation.database_id.startsWith(MOVED))
    throw new DatabaseFault('moved-away', 'the database was moved', {
      detail: installation.database_id.slice(MOVED.length),
    })
  if (!equalBytes(installation.key_check, keyCheck(keyring, installation.database_id)))
    throw otherKey('the check value was made with another key')
  if (remembered !== null && remembered !== installation.database_id)
    throw otherKey(`the key file belongs to database ${remembered}, and this is ${installation.database_id}`)
}

/** Begins the id of a database that was moved; the name of the new database follows. */
const MOVED = 'moved to '

/** Marks a database as moved, so that no app and no command uses it again. */
export const markMoved = (query: Query, to: string): Promise<number> =>
  query.run('UPDATE installation SET database_id = @id', { id: `${MOVED}${to}` })

export const INSTALLATION = 'SELECT database_id, key_check, version FROM installation'

const readInstallation = (query: ReadQuery) => query.get<Installation>(INSTALLATION)

const keyCheck = (keyring: Keyring, databaseId: string) => keyring.mac('key-check', databaseId)

const otherKey = (message: string, cause?: unknown) => new DatabaseFault('other-key', message, { cause })

/** Encrypted columns: purpose of the key, table, column, primary key of the table. */
export const SEALED = [
  ['address', 'traveler', 'email_sealed', ['id']],
  ['case-contact', 'rights_case', 'contact_sealed', ['id']],
  ['case-text', 'rights_message', 'text_sealed', ['case_id', 'number']],
  ['report-contact', 'whistle_report', 'reporter_contact_sealed', ['id']],
  ['report-text', 'whistle_message', 'text_sealed', ['report_id', 'number']],
] as const

async function assertOpensSealed(query: ReadQuery, keyring: Keyring): Promise<void> {
  for (const [purpose, table, column] of SEALED) {
    const row = await query.get<{ sealed: Uint8Array }>(
      `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`,
    )
    if (!row) continue
    try {
      keyring.open(purpose, row.sealed)
    } catch (error) {
      throw otherKey(`${table}.${column} cannot be decrypted with this key`, error)
    }
  }
}
