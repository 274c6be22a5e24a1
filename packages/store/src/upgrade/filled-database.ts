import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type SQLite from 'better-sqlite3'
import { openSqlite, type SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { migrate } from '../engine/sqlite-migrations/migrate.ts'
import type { Migration } from '../engine/sqlite-migrations/migration-history.ts'
import { readMigrations } from '../engine/sqlite-migrations/migrations.ts'
import { timing } from '../engine/testing/timing.ts'

const folder = new URL('filled/', import.meta.url)

/** Released versions with a stored filled database: `filled/VERSION.sql.gz`. */
export const VERSIONS: readonly string[] = readdirSync(folder).map((name) => name.replace(/\.sql\.gz$/, ''))

/** The rows of a version as SQL; the first line has the last migration of that version: `-- up to NAME`. */
function rowsOf(version: string): { readonly last: string; readonly sql: string } {
  const sql = gunzipSync(readFileSync(new URL(`${version}.sql.gz`, folder))).toString()
  return { last: /^-- up to (\S+)\n/.exec(sql)?.[1] ?? '', sql }
}

export function migrationsAfter(version: string): readonly Migration[] {
  const { last } = rowsOf(version)
  return readMigrations().filter(({ name }) => name > last)
}

/** Creates a database as a version left it, with rows in each of its tables. */
export async function openFilled(version: string, file: string): Promise<SqliteDatabase> {
  const { last, sql } = rowsOf(version)
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
