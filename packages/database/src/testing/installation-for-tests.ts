import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { databaseAt, type TestDatabase } from './database-for-tests.ts'
import { temporaryFile } from './temporary-file.ts'
import { createPostgresql, lendPostgresql } from './test-postgresql.ts'
import { sqliteTemplate } from './test-sqlite.ts'

export { databaseAt, type TestDatabase } from './database-for-tests.ts'
export { pngPicture } from './png-picture.ts'
export { canMount, smallDisk } from './small-disk.ts'

interface Removable {
  /** Deletes the database. */
  remove(): Promise<void>
}

/** A database with every table on the engine of the run, deleted with the test. */
export const testInstallation = async (): Promise<TestDatabase> => untilTestEnds(await createInstallation())

/**
 * A SQLite database with every table in `place`, for suites about the file itself, on every engine; deleted with the test.
 */
export async function sqliteInstallation(place?: string): Promise<TestDatabase & { readonly file: string }> {
  return untilTestEnds(await onSqlite(place))
}

/** A database with every table on the engine of the run, for several tests. */
export function createInstallation(): Promise<TestDatabase & Removable> {
  return inject('engine') === 'postgresql' ? onPostgresql() : onSqlite()
}

/** The URL of a database without tables on the engine of the run, deleted with the test. */
export const emptyDatabase = async (): Promise<string> =>
  inject('engine') === 'postgresql' ? createPostgresql() : `file:${temporaryFile()}`

function untilTestEnds<Installation extends Removable>(installation: Installation): Installation {
  onTestFinished(() => installation.remove())
  return installation
}

async function onSqlite(place = tmpdir()): Promise<TestDatabase & Removable & { readonly file: string }> {
  const folder = mkdtempSync(join(place, 'wayproof-test-'))
  const file = join(folder, 'wayproof.db')
  copyFileSync(await sqliteTemplate(), file)
  const remove = async () => rmSync(folder, { recursive: true, force: true })
  return { ...databaseAt(`file:${file}`), file, remove }
}

async function onPostgresql(): Promise<TestDatabase & Removable> {
  const { url, giveBack } = await lendPostgresql()
  return { ...databaseAt(url), remove: async () => giveBack() }
}
