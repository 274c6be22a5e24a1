import { toFault } from '@wayproof/database/database-fault'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { sqliteSnapshot } from '@wayproof/database/sqlite/sqlite-query'
import SQLite from 'better-sqlite3'

/** Runs `work` on a database file that nobody writes to. Throws DatabaseFault. */
export async function readSqliteFile<T>(file: string, work: (query: SnapshotQuery) => Promise<T>): Promise<T> {
  let connection: SQLite.Database | undefined
  try {
    const opened = new SQLite(file, { readonly: true, fileMustExist: true })
    connection = opened
    opened.exec('BEGIN')
    return await work(sqliteSnapshot((text) => opened.prepare(text)))
  } catch (error) {
    throw toFault(error)
  } finally {
    connection?.close()
  }
}
