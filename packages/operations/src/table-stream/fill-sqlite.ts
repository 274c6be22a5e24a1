import { closeSync, fsyncSync, openSync } from 'node:fs'
import { toFault } from '@wayproof/database/database-fault'
import { sqlOf } from '@wayproof/database/sqlite/sql'
import { sqliteQuery, sqliteSnapshot } from '@wayproof/database/sqlite/sqlite-query'
import type { Timing } from '@wayproof/database/timing'
import SQLite from 'better-sqlite3'
import { createSqliteFile } from '../installation/open-sqlite-file.ts'
import type { TableTarget } from './copy-tables.ts'
import { countOnSqlite } from './last-numbers.ts'
import { SEEDED } from './seeded.ts'
import type { Table, TableRow } from './table.ts'

/**
 * A file that is not complete has no name of its own yet, so it needs no log and no syncs in between. Pages are split while
 * rows arrive; without `secure_delete` they keep second copies of keys, which an attack on anonymity takes for ties.
 */
const SETTINGS = [
  'journal_mode = OFF',
  'synchronous = OFF',
  'foreign_keys = OFF',
  'cache_size = -65536',
  'secure_delete = ON',
]

/**
 * Creates a database file with every table, lets `fill` write the rows in one transaction, and syncs the file. Throws
 * DatabaseFault.
 */
export async function fillSqliteFile<T>(
  file: string,
  timing: Timing,
  fill: (target: TableTarget) => Promise<T>,
): Promise<T> {
  await createSqliteFile(file, timing)
  const connection = new SQLite(file)
  try {
    for (const setting of SETTINGS) connection.pragma(setting)
    connection.exec('BEGIN')
    for (const table of SEEDED) connection.exec(`DELETE FROM "${table}"`)
    const result = await fill(sqliteTarget(connection))
    connection.exec('COMMIT')
    // `secure_delete` leaves some between the cells of a page that was split.
    connection.exec('VACUUM')
    sync(file)
    return result
  } catch (error) {
    throw toFault(error)
  } finally {
    connection.close()
  }
}

function sqliteTarget(connection: SQLite.Database): TableTarget {
  const prepare = (text: string) => connection.prepare(text)
  return {
    query: sqliteSnapshot(prepare),
    insert: async (table, rows) => {
      const statement = prepare(insertInto(table))
      for (const row of rows) statement.run(...valuesOf(table, row))
    },
    countOn: (numbers) => countOnSqlite(sqliteQuery(sqlOf(prepare)), numbers),
  }
}

const insertInto = ({ name, columns }: Table) =>
  `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})`

const valuesOf = ({ columns }: Table, row: TableRow) => columns.map(({ name }) => row[name] ?? null)

function sync(file: string): void {
  const handle = openSync(file, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
