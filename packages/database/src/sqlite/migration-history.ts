import { createHash } from 'node:crypto'
import type SQLite from 'better-sqlite3'
import { DatabaseFault } from '../database-fault.ts'

/** A change of the schema: the name of its folder, which begins with its number, and its SQL. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  /** Null for a migration that began and did not finish. */
  readonly finished: unknown
}

/** The table that Prisma's own tools create, so that `prisma migrate` reads our databases. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                  TEXT PRIMARY KEY NOT NULL,
  "checksum"            TEXT NOT NULL,
  "finished_at"         DATETIME,
  "migration_name"      TEXT NOT NULL,
  "logs"                TEXT,
  "rolled_back_at"      DATETIME,
  "started_at"          DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

/** SHA-256 in hex of the SQL with LF line ends, regardless of the checkout. */
function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex')
}

/**
 * Returns the first migration that this database lacks. Throws DatabaseFault if database and migrations do not match.
 */
export function nextMigration(connection: SQLite.Database, migrations: readonly Migration[]): Migration | undefined {
  const [next] = unapplied(readHistory(connection), migrations, () => writtenBy(connection))
  return next
}

/**
 * Returns the migrations that are not among `applied`. Throws DatabaseFault if another version (named by `version`)
 * wrote the database or another program changed it.
 */
export function unapplied(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
  version: () => string,
): readonly Migration[] {
  for (const { name, checksum: stored, finished } of applied) {
    const ownMigration = migrations.find((migration) => migration.name === name)
    if (!ownMigration) {
      const message = `the database has ${name}, which this version does not know`
      throw new DatabaseFault('newer-database', message, { detail: version() })
    }
    if (finished === null) throw new DatabaseFault('unfinished-migration', `${name} began and did not finish`)
    if (stored !== checksum(ownMigration))
      throw new DatabaseFault('changed-migration', `${name} was changed after its use`)
  }
  const have = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !have.has(name))
}

export function recordMigration(connection: SQLite.Database, migration: Migration, now: Date): void {
  connection.exec(historyTable)
  const insert = `INSERT INTO "_prisma_migrations"
    ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`
  const at = now.getTime()
  const { id, checksum: sum, name } = migrationRecord(migration)
  connection.prepare(insert).run(id, sum, name, at, at)
}

/** Columns that name a migration. The id follows from the name, so that the key forbids a second application. */
export const migrationRecord = (migration: Migration) => ({
  id: createHash('sha256').update(migration.name).digest('hex').slice(0, 32),
  checksum: checksum(migration),
  name: migration.name,
})

function readHistory(connection: SQLite.Database): AppliedMigration[] {
  const tables = connection
    .prepare(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
  if (!tables.includes('_prisma_migrations')) {
    if (tables.length === 0) return []
    throw new DatabaseFault('other-database', 'the file is a database of another program')
  }
  return connection
    .prepare<[], AppliedMigration>(
      `SELECT "migration_name" AS "name", "checksum", "finished_at" AS "finished"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
    )
    .all()
}

/** The newest version that opened the database; empty if none is recorded. */
function writtenBy(connection: SQLite.Database): string {
  const recorded = connection.prepare("SELECT 1 FROM pragma_table_info('installation') WHERE name = 'version'").get()
  if (!recorded) return ''
  return String(connection.prepare('SELECT version FROM installation').pluck().get() ?? '')
}
