import { existsSync } from 'node:fs'
import { DatabaseFault, toFault } from '@wayproof/database/database-fault'
import { type DatabasePlace, databasePlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import type { ReadQuery } from '@wayproof/database/query/query'
import { sqlOf } from '@wayproof/database/sqlite/sql'
import { sqliteReads } from '@wayproof/database/sqlite/sqlite-query'
import type { Instant } from '@wayproof/kernel/clock'
import SQLite from 'better-sqlite3'
import { withServer } from '../installation/with-server.ts'
import { APPLIED, migrationsOf } from './readiness.ts'

/** `missing`: nobody has used it yet. `older`, `newer`: another version wrote it. */
export type DatabaseState = 'missing' | 'intact' | 'damaged' | 'older' | 'newer'

/** The version of a database as it is. */
export interface StoredVersion {
  readonly state: Exclude<DatabaseState, 'damaged'>
  /** The version that wrote it; null if it is missing, or is of a version that did not say so. */
  readonly version: string | null
  /** Migrations of this version that it lacks. */
  readonly pending: number
  /** When the clock was trusted last; null if no version has checked it there. */
  readonly clockTrustedAt: Instant | null
}

/** Reads the version of a database without upgrading or changing it. Throws DatabaseFault. */
export async function readVersion(databaseUrl: string): Promise<StoredVersion> {
  const place = databasePlace(databaseUrl)
  if (!(await isFilled(place))) return { state: 'missing', version: null, pending: 0, clockTrustedAt: null }
  return place.engine === 'postgresql'
    ? withServer(place, ({ query }) => versionOf(query, place))
    : versionOfFile(place)
}

async function versionOfFile(place: Extract<DatabasePlace, { engine: 'sqlite' }>): Promise<StoredVersion> {
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(place.file, { readonly: true, fileMustExist: true })
    const opened = connection
    return await versionOf(sqliteReads(sqlOf((text) => opened.prepare(text))), place)
  } catch (error) {
    throw toFault(error)
  } finally {
    connection?.close()
  }
}

async function versionOf(query: ReadQuery, place: DatabasePlace): Promise<StoredVersion> {
  const applied = await query.all<{ name: string }>(APPLIED)
  // Version 0.1 had neither this column nor this table.
  const orNull = <Row>(text: string) => query.get<Row>(text).catch(() => undefined)
  const version = (await orNull<{ version: string }>('SELECT version FROM installation'))?.version ?? null
  const clockTrustedAt = (await orNull<{ at: Instant | null }>('SELECT at FROM trusted_clock'))?.at ?? null
  const pending = (await migrationsOf(place.engine)).length - applied.length
  return { state: await versionState(applied, place), version, pending: Math.max(0, pending), clockTrustedAt }
}

/**
 * Asserts that no other version wrote a database, so that opening it upgrades nothing. Throws DatabaseFault
 * `older-database` or `newer-database`.
 */
export async function assertWrittenByThisVersion(databaseUrl: string): Promise<void> {
  const { state, version } = await readVersion(databaseUrl)
  if (state === 'older' || state === 'newer')
    throw new DatabaseFault(`${state}-database`, `version ${version} wrote the database`, { detail: version ?? '' })
}

/** Reads a database without upgrading or changing it: its version, and for a file also each page. Throws DatabaseFault. */
export async function inspectDatabase(databaseUrl: string): Promise<DatabaseState> {
  const place = databasePlace(databaseUrl)
  if (!(await isFilled(place))) return 'missing'
  if (place.engine === 'postgresql')
    return withServer(place, async ({ query }) => versionState(await query.all<{ name: string }>(APPLIED), place))
  return inspectFile(place.file, place)
}

async function inspectFile(file: string, place: DatabasePlace): Promise<DatabaseState> {
  const applied = readFile(file)
  return applied === null ? 'damaged' : versionState(applied, place)
}

/** The applied migrations; null if a page is damaged. */
function readFile(file: string): readonly { readonly name: string }[] | null {
  if (!existsSync(file)) return []
  let connection: SQLite.Database | undefined
  try {
    connection = new SQLite(file, { readonly: true, fileMustExist: true })
    const [first] = connection.prepare<[], { quick_check: string }>('PRAGMA quick_check(1)').all()
    return first?.quick_check === 'ok' ? connection.prepare<[], { name: string }>(APPLIED).all() : null
  } catch (error) {
    const fault = toFault(error)
    if (fault instanceof DatabaseFault && fault.code === 'not-a-database') return null
    throw fault
  } finally {
    connection?.close()
  }
}

async function versionState(
  applied: readonly { readonly name: string }[],
  { engine }: DatabasePlace,
): Promise<StoredVersion['state']> {
  const ours = await migrationsOf(engine)
  const names = applied.map(({ name }) => name)
  if (names.some((name) => !ours.includes(name))) return 'newer'
  return names.length < ours.length ? 'older' : 'intact'
}
