import { inject, onTestFinished } from 'vitest'
import type { StoreDatabase } from '../store-database.ts'
import type { Timing } from '../timing.ts'
import { openAt, placeOf } from './database-at.ts'
import { openTestPostgresql } from './test-postgresql.ts'
import { openTestSqlite } from './test-sqlite.ts'

interface Engine {
  readonly engine: string
  readonly open: () => Promise<StoreDatabase>
}

/**
 * Opens an empty database of the engine of this run, for suites that must pass on both: `describe.each(engines)`. On
 * PostgreSQL also with a single connection, on which a call that waits for a second one would hang. Processes that a
 * test starts import this file too, where Vitest's `inject` fails.
 */
export const engines: readonly Engine[] =
  process.env.TEST_ENGINE === 'postgresql'
    ? [
        { engine: 'PostgreSQL', open: () => openTestPostgresql() },
        { engine: 'PostgreSQL with one connection', open: () => openTestPostgresql(1) },
      ]
    : [{ engine: 'SQLite', open: () => openTestSqlite() }]

/** Opens an empty database of the engine of this run: SQLite or PostgreSQL. */
export const openTestDatabase = (now?: Timing['now']): Promise<StoreDatabase> =>
  inject('engine') === 'postgresql' ? openTestPostgresql(undefined, now) : openTestSqlite(undefined, now)

/** Opens the database of a test a second time, as another process does; closed with the test. */
export function openBeside(database: StoreDatabase): StoreDatabase {
  const other = openAt(placeOf(database))
  onTestFinished(() => other.close())
  return other
}
