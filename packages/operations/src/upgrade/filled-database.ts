import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { migrate } from '@wayproof/database/sqlite/migrate'
import type { Migration } from '@wayproof/database/sqlite/migration-history'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { openSqlite, type SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { timing } from '@wayproof/database/testing/timing'
import type SQLite from 'better-sqlite3'

/** Released versions with a stored filled database: `filled/VERSION.sql.gz`. */
export const VERSIONS: readonly string[] = readdirSync(new URL('filled/', import.meta.url)).map((name) =>
  name.replace(/\.sql\.gz$/, ''),
)

/** Rows of a version as SQL, and the last migration of that version from the first line: `-- up to NAME`. */
interface StoredRows {
  readonly last: string
  readonly sql: string
}

function rowsIn(file: string): StoredRows {
  const sql = gunzipSync(readFileSync(new URL(file, import.meta.url))).toString()
  return { last: /^-- up to (\S+)\n/.exec(sql)?.[1] ?? '', sql }
}

const filledRows = (version: string): StoredRows => rowsIn(`filled/${version}.sql.gz`)

export const migrationsAfter = (version: string): readonly Migration[] =>
  readMigrations().filter(({ name }) => name > filledRows(version).last)

/** Creates a database as a version left it, with rows in each of its tables. */
export const openFilled = (version: string, file: string): Promise<SqliteDatabase> => open(filledRows(version), file)

/**
 * Creates a database as a commit left it: the sample registers with sealed half-years. On PostgreSQL it has the same rows
 * after the migrations up to `step`.
 */
export async function openSealed(commit: string, file: string) {
  const rows = rowsIn(`sealed/${commit}.sql.gz`)
  return { database: await open(rows, file), step: rows.last.replace(/^\d+_/, '') }
}

async function open({ last, sql }: StoredRows, file: string): Promise<SqliteDatabase> {
  const database = openSqlite({ file, ...timing })
  const earlierMigrations = readMigrations().filter(({ name }) => name <= last)
  await migrate(database, earlierMigrations, new Date('2026-01-01T00:00:00Z'))
  await database.exclusive((connection) => fill(connection, sql))
  return database
}

function fill(connection: SQLite.Database, sql: string): void {
  connection.pragma('foreign_keys = OFF')
  connection.exec(`BEGIN; ${sql}; COMMIT`)
  connection.pragma('foreign_keys = ON')
}
