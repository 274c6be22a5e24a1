import type { VerifyPorts } from '@wayproof/scorecard'
import SQLite from 'better-sqlite3'
import { toFault } from '../../engine/database-fault.ts'
import { sqliteSnapshot } from '../../engine/sqlite/sqlite-query.ts'
import { sealReads } from './seal-reads.ts'

export interface VerifyStore {
  readonly closing: VerifyPorts['closing']
  close(): void
}

/**
 * Opens a database file to verify its seals as of this moment. Changes nothing and needs no key. Throws DatabaseFault.
 */
export function openForVerifying(file: string): VerifyStore {
  let connection: SQLite.Database | undefined
  try {
    const opened = new SQLite(file, { readonly: true, fileMustExist: true })
    connection = opened
    opened.exec('BEGIN')
    opened.prepare('SELECT 1 FROM seal LIMIT 1').get()
    const query = sqliteSnapshot((text) => opened.prepare(text))
    return { closing: sealReads((work) => work(query)), close: () => void opened.close() }
  } catch (error) {
    connection?.close()
    throw toFault(error)
  }
}
