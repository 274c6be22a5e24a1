import type SQLite from 'better-sqlite3'
import { DatabaseFault, isBusy, toFault } from '../database-fault.ts'
import { type Migration, nextMigration, recordMigration } from './migration-history.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

export interface MigrateOptions {
  /** Tables that must have no row ids, because a row id reveals the order of insertion. */
  readonly withoutRowid?: readonly string[]
}

/**
 * Applies missing `migrations` in the order of their names, all in one transaction: if one fails, the previous version
 * can still open the database. Returns the names of the applied ones. Several processes may call it at once. Throws
 * DatabaseFault `newer-database`, `changed-migration`, `unfinished-migration`, `other-database`, `broken-migration`,
 * `rowid-table`, `not-a-database`.
 */
export async function migrate(
  database: SqliteDatabase,
  migrations: readonly Migration[],
  now: Date,
  { withoutRowid = [] }: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const ordered = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (isUpToDate(database, ordered, withoutRowid)) return { applied: [] }
  return { applied: await database.exclusive((connection) => applyMissing(connection, ordered, now, withoutRowid)) }
}

/** Checks without the lock, so that an up-to-date start need not wait for a process that rewrites the file. */
function isUpToDate(
  database: SqliteDatabase,
  migrations: readonly Migration[],
  withoutRowid: readonly string[],
): boolean {
  const { reader } = database.connections
  try {
    if (nextMigration(reader, migrations)) return false
    assertWithoutRowid(reader, withoutRowid)
    return true
  } catch (error) {
    throw toFault(error)
  }
}

/**
 * Reads the history inside the transaction, so that the later of two processes that start at once finds the work done.
 */
function applyMissing(
  connection: SQLite.Database,
  migrations: readonly Migration[],
  now: Date,
  withoutRowid: readonly string[],
): string[] {
  const applied: string[] = []
  // Rebuilding a table drops it briefly, which would cascade; inside a transaction this setting has no effect.
  connection.pragma('foreign_keys = OFF')
  try {
    connection.exec('BEGIN IMMEDIATE')
    for (let next = nextMigration(connection, migrations); next; next = nextMigration(connection, migrations)) {
      run(connection, next)
      recordMigration(connection, next, now)
      applied.push(next.name)
    }
    if (applied.length > 0) assertReferences(connection, applied)
    assertWithoutRowid(connection, withoutRowid)
    connection.exec('COMMIT')
    return applied
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.pragma('foreign_keys = ON')
  }
}

function run(connection: SQLite.Database, { name, sql }: Migration): void {
  try {
    connection.exec(sql)
  } catch (error) {
    if (isBusy(error) || toFault(error) !== error) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseFault('broken-migration', `${name}: ${reason}`, { cause: error })
  }
  if (!connection.inTransaction) throw new DatabaseFault('broken-migration', `${name} ends its transaction`)
}

function assertReferences(connection: SQLite.Database, applied: readonly string[]): void {
  const orphans = connection.pragma('foreign_key_check')
  if (!Array.isArray(orphans) || orphans.length === 0) return
  const message = `${applied.join(', ')}: ${orphans.length} rows are left without their parent`
  throw new DatabaseFault('broken-migration', message)
}

/** Throws DatabaseFault `rowid-table`: Prisma's way of rebuilding a table silently restores its row ids. */
function assertWithoutRowid(connection: SQLite.Database, tables: readonly string[]): void {
  const tableStatement = connection.prepare<[string], { wr: number }>('SELECT wr FROM pragma_table_list WHERE name = ?')
  for (const table of tables) {
    if (tableStatement.get(table)?.wr !== 1)
      throw new DatabaseFault('rowid-table', `${table} is missing, or has row ids`)
  }
}
