import type { Prisma, PrismaClient } from './generated/client.ts'

/** A transaction in which records are read and written. */
export interface RecordTransaction {
  readonly records: Prisma.TransactionClient
}

/** The database of a store that reads and writes records, of either engine. */
export interface RecordDatabase {
  /** Prisma Client, for records outside a transaction. */
  records(): Promise<PrismaClient>
  /**
   * Runs `work` in one transaction: when the promise resolves, everything is on disk; if `work` throws, nothing is.
   * A transaction begun inside is part of it; other calls of the database throw there. `work` is repeated after a conflict,
   * so it must be safe to repeat.
   */
  transaction<T>(work: (transaction: RecordTransaction) => Promise<T>): Promise<T>
}
