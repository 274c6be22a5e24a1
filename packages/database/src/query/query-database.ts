import type { RecordDatabase, RecordTransaction } from '../record-database.ts'
import type { Timing } from '../timing.ts'
import type { Query, ReadQuery, SnapshotQuery } from './query.ts'

/** A transaction in which records and rows are read and written. */
export interface QueryTransaction extends RecordTransaction {
  readonly query: Query
}

/** The database of a store that reads and writes records and counts rows, of either engine. */
export interface QueryDatabase extends RecordDatabase, Timing {
  /** Reads committed rows, outside a transaction. */
  readonly query: ReadQuery
  /** Runs `work`, whose reads all see the database as of now. */
  readSnapshot<T>(work: (query: SnapshotQuery) => Promise<T>): Promise<T>
  transaction<T>(work: (transaction: QueryTransaction) => Promise<T>): Promise<T>
  /**
   * Like `transaction`, with SQL alone: Prisma Client is not loaded. Throws what `work` throws, and DatabaseFault if the
   * disk is full or the database stays busy.
   */
  write<T>(work: (query: Query) => Promise<T>): Promise<T>
  /**
   * Like `write`, but does not wait for the disk: until `sync` or a later `write` has resolved, a power cut may undo
   * it, the end of this process may not. Only for work that is then done again, never for writes that were acknowledged
   * to a user.
   */
  writeUnsynced<T>(work: (query: Query) => Promise<T>): Promise<T>
  /**
   * Tells the planner of queries about many new rows of tables, outside a transaction. PostgreSQL otherwise learns of them
   * within a minute, and until then may read a whole index for each row.
   */
  analyze(tables: readonly string[]): Promise<void>
  /** Waits until all earlier writes are on disk. */
  sync(): Promise<void>
  close(): Promise<void>
}
