import type { RecordDatabase, RecordTransaction } from '../record-database.ts'
import type { Query, ReadQuery } from './query.ts'

/** A transaction in which records and rows are read and written. */
export interface QueryTransaction extends RecordTransaction {
  readonly query: Query
}

/** What a store needs of a database, of either engine, to keep records and to count rows. */
export interface QueryDatabase extends RecordDatabase {
  /** Reads committed rows, outside a transaction. */
  readonly query: ReadQuery
  /** Runs `work`, whose reads all see the database as it is now. */
  readSnapshot<T>(work: (query: ReadQuery) => Promise<T>): Promise<T>
  transaction<T>(work: (transaction: QueryTransaction) => Promise<T>): Promise<T>
}
