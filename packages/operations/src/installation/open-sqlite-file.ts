import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseFault } from '@wayproof/database/database-fault'
import type { MigratedDeps } from '@wayproof/database/installation/migrated-deps'
import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { openSqlite, type SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { Timing } from '@wayproof/database/timing'
import type { Instant } from '@wayproof/kernel/clock'
import { AT_START_MS, checkFile } from '../damage/check-file.ts'
import { bindInstallation } from './bind-installation.ts'

/** Tables without row ids, because a row id reveals the order of insertion. */
const WITHOUT_ROWID = [
  'invitation',
  'draft',
  'answer',
  'decrypted_answer',
  'comment',
  'coded_comment',
  'comment_rating',
  'tally',
  'cross_tally',
  'straight_lining',
  'answer_counter',
  'answer_day',
  'rights_case',
  'rights_message',
  'rights_case_change',
  'mailed_code',
  'suppression',
  'whistle_report',
  'whistle_message',
  'try_count',
  'letter_rate',
] as const

/** Opens or creates a database file, migrates it to this version and compares its key. Throws DatabaseFault. */
export async function openSqliteFile(file: string, { clock, sleep, ...deps }: MigratedDeps): Promise<SqliteDatabase> {
  makeFolder(dirname(file))
  await assertOwnLog(file, sleep)
  const database = openSqlite({ file, sleep, now: () => clock.now() })
  try {
    const isNew = await migrateToThisVersion(database, clock.now())
    await bindInstallation(database, { ...deps, isNew })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Creates a database file with every table, which belongs to no installation. Throws DatabaseFault. */
export async function createSqliteFile(file: string, timing: Timing): Promise<void> {
  const database = openSqlite({ file, ...timing })
  try {
    await migrateToThisVersion(database, timing.now())
  } finally {
    await database.close()
  }
}

/** True if the database had no tables. */
async function migrateToThisVersion(database: SqliteDatabase, now: Instant): Promise<boolean> {
  const migrations = readMigrations()
  const { applied } = await migrate(database, migrations, new Date(now), { withoutRowid: WITHOUT_ROWID })
  return applied.length === migrations.length
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new DatabaseFault('cannot-open', `the folder ${folder} cannot be created`, { cause: error })
  }
}

/**
 * Checks the log that a killed process or an operator left beside a database file before SQLite moves it into the file
 * permanently. Throws DatabaseFault `foreign-log` if it was written for another file (decision 074).
 */
export async function assertOwnLog(file: string, sleep: (milliseconds: number) => Promise<void>): Promise<void> {
  const log = `${file}-wal`
  if (!statSync(log, { throwIfNoEntry: false })?.size) return
  const late = new AbortController()
  void sleep(AT_START_MS).then(() => late.abort())
  const { faults } = await checkFile(file, 'log', late.signal)
  const [fault] = faults ?? []
  if (fault !== undefined) throw new DatabaseFault('foreign-log', `${log}: ${fault}`, { detail: log })
}
