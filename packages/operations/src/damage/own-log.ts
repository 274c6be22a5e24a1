import { statSync } from 'node:fs'
import { DatabaseFault } from '@wayproof/database/database-fault'
import { AT_START_MS, checkFile } from './check-file.ts'

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
