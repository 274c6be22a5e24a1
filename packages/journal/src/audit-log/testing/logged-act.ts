import type { StoreDatabase } from '@wayproof/database/store-database'
import type { AuditAct } from '../audit-entry.ts'

/** An act of a store, which writes its entry in its own transaction. */
export interface LoggedAct {
  readonly act: AuditAct
  readonly of: string
  /** The user whom the entry names, if not `lin`. */
  readonly actor?: string
  /** Acts and records that come first. */
  readonly first?: (database: StoreDatabase) => Promise<unknown>
  readonly carryOut: (database: StoreDatabase) => Promise<unknown>
}

/** The moment of the acts. */
export const at = Date.parse('2026-07-01T12:00:00Z')
export const mailbox = new Uint8Array(32)
/** The user who acts. */
export const by = { id: 'lin', name: 'Lin' }
export const who = { ...by, mailbox, confirmed: true }
