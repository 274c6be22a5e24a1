import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { temporaryFile } from './temporary-file.ts'
import { timing } from './timing.ts'

/** An open database on a temporary file, closed when the test is over. */
export function openTemporary(file = temporaryFile()): Database {
  const database = openDatabase({ file, ...timing })
  onTestFinished(() => database.close())
  return database
}
