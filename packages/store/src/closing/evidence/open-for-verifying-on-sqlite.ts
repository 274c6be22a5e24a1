import type { StoredChain } from '@wayproof/oversight/audit-log'
import type { VerifyPorts } from '@wayproof/scorecard'
import SQLite from 'better-sqlite3'
import { readStoredChain } from '../../audit-log/rows/stored-chain.ts'
import { toFault } from '../../engine/database-fault.ts'
import { sqliteSnapshot } from '../../engine/sqlite/sqlite-query.ts'
import { sealReads } from './seal-reads.ts'

export interface VerifyStore {
  readonly closing: VerifyPorts['closing']
  /** The chain of the audit log. */
  auditLog(): Promise<StoredChain>
  close(): void
}

/**
 * Opens a database file to verify its seals and its audit log as of this moment. Changes nothing and needs no key.
 * Throws DatabaseFault.
 */
export function openForVerifying(file: string): VerifyStore {
  let connection: SQLite.Database | undefined
  try {
    const opened = new SQLite(file, { readonly: true, fileMustExist: true })
    connection = opened
    opened.exec('BEGIN')
    opened.prepare('SELECT 1 FROM seal LIMIT 1').get()
    const query = sqliteSnapshot((text) => opened.prepare(text))
    const closing = sealReads((work) => work(query))
    return { closing, auditLog: () => readStoredChain(query), close: () => void opened.close() }
  } catch (error) {
    connection?.close()
    throw toFault(error)
  }
}
