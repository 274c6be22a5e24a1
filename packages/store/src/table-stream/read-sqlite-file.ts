import SQLite from 'better-sqlite3'
import { toFault } from '../engine/database-fault.ts'
import type { SnapshotQuery } from '../engine/query/query.ts'
import { sqliteSnapshot } from '../engine/sqlite/sqlite-query.ts'

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
