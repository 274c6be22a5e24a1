import { existsSync } from 'node:fs'
import type { Tokens } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import SQLite from 'better-sqlite3'
import { DatabaseFault, toFault } from '../engine/database-fault.ts'
import type { StorePlace } from '../store-settings.ts'
import { assertKeyOf, INSTALLATION, type Installation } from './bind-installation.ts'
import { readKeyFile } from './key-file.ts'

/**
 * For commands that read a database without its key: a key file beside the database must match it. Changes nothing.
 * Throws DatabaseFault `other-key`, or a fault of opening the file.
 */
export function checkKey(
  { databaseUrl, keyFile: path }: Pick<StorePlace, 'databaseUrl' | 'keyFile'>,
  tokens: Tokens,
): void {
  if (!existsSync(path)) return
  const keyFile = readKeyFile(path, tokens)
  if (!keyFile.ok) throw new DatabaseFault('other-key', keyFile.fault.code)
  let connection: SQLite.Database | undefined
  try {
    const opened = new SQLite(databaseUrl.replace(/^file:/, ''), { readonly: true, fileMustExist: true })
    connection = opened
    // Versions before 0.2.0 stored no check value.
    const hasTable = opened.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'installation'").get()
    const found = hasTable ? opened.prepare<[], Installation>(INSTALLATION).get() : undefined
    if (found) assertKeyOf(found, keyring(keyFile.value.key), keyFile.value.databaseId)
  } catch (error) {
    throw toFault(error)
  } finally {
    connection?.close()
  }
}
