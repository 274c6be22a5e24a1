import { onTestFinished } from 'vitest'
import { openSqlite, type SqliteDatabase } from '../sqlite/sqlite-database.ts'
import { temporaryFile } from './temporary-file.ts'
import { timing } from './timing.ts'

/** Opens a database on a temporary file, which is closed after the test. */
export function openTemporary(file = temporaryFile()): SqliteDatabase {
  const database = openSqlite({ file, ...timing })
  onTestFinished(() => database.close())
  return database
}
