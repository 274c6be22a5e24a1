import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../sqlite/migrate.ts'
import { readMigrations } from '../sqlite/migrations.ts'
import { openSqlite, type SqliteDatabase } from '../sqlite/sqlite-database.ts'
import { temporaryFile } from './temporary-file.ts'
import { timing } from './timing.ts'

let template: Promise<string> | undefined

/** The path of a SQLite database with every table, for copies; migrated once in each worker. */
export function sqliteTemplate(): Promise<string> {
  template ??= migratedFile()
  return template
}

/** Opens a database with every table on a file, closed after the test. */
export async function openTestSqlite(file = temporaryFile(), now = timing.now): Promise<SqliteDatabase> {
  if (!existsSync(file)) copyFileSync(await sqliteTemplate(), file)
  const database = openSqlite({ file, ...timing, now })
  onTestFinished(() => database.close())
  return database
}

async function migratedFile(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'wayproof-template-')), 'template.db')
  const database = openSqlite({ file, ...timing })
  await migrate(database, readMigrations(), new Date('2030-01-01T00:00:00Z'))
  await database.close()
  return file
}
