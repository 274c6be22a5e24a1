import type { Prisma, PrismaClient } from '../generated/client.ts'

/** A transaction in which records are read and written. */
export interface RecordTransaction {
  readonly records: Prisma.TransactionClient
}

/** What a store needs of a database, of either engine, to keep records. */
export interface RecordDatabase {
  /** Prisma Client, for records outside a transaction. */
  records(): Promise<PrismaClient>
  /**
   * Runs `work` in one transaction: everything is on disk when the promise resolves, or nothing is kept. Other calls of
   * the database throw inside. `work` may be run again after a conflict, so it must be safe to repeat.
   */
  transaction<T>(work: (transaction: RecordTransaction) => Promise<T>): Promise<T>
}
