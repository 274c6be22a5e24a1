import { existsSync } from 'node:fs'
import { DatabaseFault, toFault } from '@wayproof/database/database-fault'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import type { Tokens } from '@wayproof/kernel/id'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import SQLite from 'better-sqlite3'
import { assertKeyOf, INSTALLATION, type Installation } from './bind-installation.ts'
import { withServer } from './with-server.ts'

/**
 * For commands that read a database without its key: a key file must match it. Changes nothing. Throws DatabaseFault
 * `other-key`, `moved-away`, or a fault of opening the database.
 */
export async function checkKey(
  { databaseUrl, keyFile: path }: Pick<StorePlace, 'databaseUrl' | 'keyFile'>,
  tokens: Tokens,
): Promise<void> {
  if (!existsSync(path)) return
  const keyFile = readKeyFile(path, tokens)
  if (!keyFile.ok) throw new DatabaseFault('other-key', keyFile.fault.code)
  const place = databasePlace(databaseUrl)
  const installation =
    place.engine === 'sqlite'
      ? installationInFile(place.file)
      : await withServer(place, ({ query }) => query.get<Installation>(INSTALLATION))
  if (installation) assertKeyOf(installation, keyring(...keyFile.value.keys), keyFile.value.databaseId)
}

function installationInFile(file: string): Installation | undefined {
  let connection: SQLite.Database | undefined
  try {
    const opened = new SQLite(file, { readonly: true, fileMustExist: true })
    connection = opened
    // Versions before 0.2.0 stored no check value.
    const hasTable = opened.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'installation'").get()
    return hasTable ? opened.prepare<[], Installation>(INSTALLATION).get() : undefined
  } catch (error) {
    throw toFault(error)
  } finally {
    connection?.close()
  }
}
