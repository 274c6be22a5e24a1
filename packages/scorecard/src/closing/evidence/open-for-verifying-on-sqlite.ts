import { toFault } from '@wayproof/database/database-fault'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import { sqliteSnapshot } from '@wayproof/database/sqlite/sqlite-query'
import { readStoredChain } from '@wayproof/journal/audit-log/rows/stored-chain'
import type { StoredChain } from '@wayproof/journal/audit-log/verify-chain'
import SQLite from 'better-sqlite3'
import { factSource } from '../../facts/fact-source.ts'
import type { FactDeps } from '../../facts/training-facts.ts'
import type { FactSource } from '../../ports.ts'
import type { VerifyPorts } from '../seals/verify-seals.ts'
import { sealReads } from './seal-reads.ts'

export interface VerifyStore {
  readonly closing: VerifyPorts['closing']
  facts(deps: FactDeps): FactSource
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
    const snapshot = <T>(work: (reads: SnapshotQuery) => Promise<T>) => work(query)
    const facts = (deps: FactDeps) => factSource({ query, readSnapshot: snapshot }, deps)
    return {
      closing: sealReads(snapshot),
      facts,
      auditLog: () => readStoredChain(query),
      close: () => void opened.close(),
    }
  } catch (error) {
    connection?.close()
    throw toFault(error)
  }
}
