import type pg from 'pg'
import { DatabaseFault } from '../database-fault.ts'
import { type AppliedMigration, type Migration, migrationRecord, unapplied } from '../sqlite/migration-history.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'

/** The table that Prisma's own tools create, so that `prisma migrate` reads our databases. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const APPLIED = `SELECT "migration_name" AS "name", "checksum", "finished_at" AS "finished" FROM "_prisma_migrations"
  WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`

const RECORD = `INSERT INTO "_prisma_migrations"
  ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, $4, $4, 1)`

const TABLES = `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`

/** An arbitrary number: the lock of processes that migrate the same database at once. */
const LOCK = 7_126_001

/**
 * Applies missing `migrations` in the order of their names in one transaction, while other processes wait. Returns the
 * names of the applied ones. Throws DatabaseFault `newer-database`, `changed-migration`, `unfinished-migration`,
 * `other-database`, `broken-migration`.
 */
export async function migratePostgresql(
  pool: ConnectionPool,
  migrations: readonly Migration[],
  now: Date,
): Promise<{ applied: string[] }> {
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN')
    await connection.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const { applied, version } = await readHistory(connection)
    const missing = unapplied(applied, migrations, () => version)
    if (missing.length > 0) await connection.query(HISTORY_TABLE)
    for (const migration of missing) await apply(connection, migration, now)
    await connection.query('COMMIT')
    return { applied: missing.map(({ name }) => name) }
  } catch (error) {
    // If the connection is broken, the server has ended the transaction.
    await connection.query('ROLLBACK').catch(() => {})
    throw toPostgresqlFault(error)
  } finally {
    connection.release()
  }
}

/**
 * The names of the migrations that a database lacks, and the version that last opened it. Changes nothing. Throws
 * DatabaseFault as `migratePostgresql` does.
 */
export async function missingMigrations(
  pool: ConnectionPool,
  migrations: readonly Migration[],
): Promise<{ missing: string[]; version: string }> {
  const connection = await pool.connect()
  try {
    const { applied, version } = await readHistory(connection)
    return { missing: unapplied(applied, migrations, () => version).map(({ name }) => name), version }
  } catch (error) {
    throw toPostgresqlFault(error)
  } finally {
    connection.release()
  }
}

async function apply(connection: pg.PoolClient, migration: Migration, now: Date): Promise<void> {
  try {
    await connection.query(migration.sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseFault('broken-migration', `${migration.name}: ${reason}`, { cause: error })
  }
  const { id, checksum, name } = migrationRecord(migration)
  await connection.query(RECORD, [id, checksum, name, now])
}

interface History {
  readonly applied: readonly AppliedMigration[]
  /** The version of the app that last opened the database; empty if there was none. */
  readonly version: string
}

async function readHistory(connection: pg.PoolClient): Promise<History> {
  const tables = (await connection.query<{ name: string }>(TABLES)).rows.map(({ name }) => name)
  if (tables.includes('_prisma_migrations')) {
    const applied = (await connection.query<AppliedMigration>(APPLIED)).rows
    return { applied, version: tables.includes('installation') ? await versionIn(connection) : '' }
  }
  if (tables.length === 0) return { applied: [], version: '' }
  throw new DatabaseFault('other-database', 'the database has tables of another program')
}

async function versionIn(connection: pg.PoolClient): Promise<string> {
  const { rows } = await connection.query<{ version: string }>('SELECT version FROM installation')
  return rows[0]?.version ?? ''
}
