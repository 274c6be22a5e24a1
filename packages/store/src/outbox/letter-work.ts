import type { SharedWrite } from '../engine/shared-writes.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import type { TakeDue } from './due-letters.ts'
import { workOnPostgresql } from './outbox-on-postgresql.ts'
import { workOnSqlite } from './outbox-on-sqlite.ts'

/** How an engine claims letters and marks them. */
export interface LetterWork {
  readonly takeDue: TakeDue
  readonly shared: SharedWrite
}

export const letterWork = (database: StoreDatabase): LetterWork =>
  database.engine === 'sqlite' ? workOnSqlite(database) : workOnPostgresql(database)
