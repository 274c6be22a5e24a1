import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type SQLite from 'better-sqlite3'
import { DiskFullError } from '../database-fault.ts'
import type { Connections } from './connections.ts'
import type { OpenTransaction } from './open-transaction.ts'
import { StatementCache } from './statement-cache.ts'

const NAME = '@prisma/adapter-better-sqlite3'

/** The database that Prisma works on. */
export interface PrismaPlace {
  readonly connections: Connections
  begin(): Promise<OpenTransaction>
  exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T>
  /** Throws inside a transaction, whose own client must be used there. */
  assertOutside(): void
}

/**
 * Prisma on the two connections and the one lock of `database`. A plain write waits for its turn and has a transaction of
 * its own; a plain read goes to the read-only connection; an interactive transaction holds the lock to its end. With the
 * package's own adapter a plain write runs inside whatever transaction is open, and is lost with it.
 */
export function prismaAdapter(database: PrismaPlace): SqlMigrationAwareDriverAdapterFactory {
  const plain = new PrismaBetterSqlite3({ url: ':memory:' }, { timestampFormat: 'unixepoch-ms' })
  return {
    provider: 'sqlite',
    adapterName: NAME,
    connect: () => connect(database),
    connectToShadowDb: () => plain.connectToShadowDb(),
  }
}

async function connect(database: PrismaPlace): Promise<SqlDriverAdapter> {
  const { reader, writer } = database.connections
  const reads = new StatementCache(reader, forPrisma)
  const writes = new StatementCache(writer, forPrisma)
  const reading = await converting(reads)
  const writing = await converting(writes)

  // Only writes are checked: Prisma Client may send reads that are outside a transaction together with reads inside one.
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    database.assertOutside()
    const transaction = await database.begin()
    try {
      const result = await work()
      await transaction.commit()
      return result
    } finally {
      transaction.rollback()
    }
  }

  return {
    provider: 'sqlite',
    adapterName: NAME,
    queryRaw: async (query) =>
      translated(isRead(reads, query.sql) ? reading.queryRaw(query) : write(() => writing.queryRaw(query))),
    executeRaw: async (query) =>
      translated(isRead(reads, query.sql) ? reading.executeRaw(query) : write(() => writing.executeRaw(query))),
    executeScript: (script) => database.exclusive((connection) => void connection.exec(script)),
    startTransaction: async (level) => {
      if (level && level !== 'SERIALIZABLE') throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level })
      return transactionOn(writing, await database.begin())
    },
    // The connections belong to the database, which outlives a Prisma client.
    dispose: async () => {},
  }
}

/** The package's own conversion of values and errors, over statements that are ours. */
async function converting(cache: StatementCache): Promise<SqlQueryable> {
  const adapter = await new PrismaBetterSqlite3({ url: ':memory:' }, { timestampFormat: 'unixepoch-ms' }).connect()
  await adapter.dispose()
  if (!('client' in adapter)) throw new Error('the Prisma adapter no longer keeps its connection in `client`')
  return Object.assign(adapter, { client: { prepare: (text: string) => bindable(cache.prepare(text)) } })
}

/** A driver statement can be bound for good only once, so a cached one takes its values with each run. */
function bindable(statement: SQLite.Statement) {
  return {
    bind: (values: unknown[]) => ({
      reader: statement.reader,
      columns: () => statement.columns(),
      raw: () => ({ all: () => statement.all(values) }),
      run: () => statement.run(values),
    }),
  }
}

function forPrisma(statement: SQLite.Statement): void {
  statement.safeIntegers(true)
  if (statement.reader) statement.raw(true)
}

/** BEGIN, COMMIT and the like count as read-only, but would leave the shared connection in a transaction. */
const TRANSACTION_CONTROL = /^\s*(begin|commit|end|rollback|savepoint|release)\b/i

function isRead(reads: StatementCache, text: string): boolean {
  if (TRANSACTION_CONTROL.test(text)) throw new Error(`use $transaction, not ${text}`)
  try {
    return reads.prepare(text).readonly
  } catch {
    // A text that cannot be prepared fails the same way, and is reported, when it is run.
    return true
  }
}

function transactionOn(writing: SqlQueryable, open: OpenTransaction): Transaction {
  const inside = <T>(run: (query: SqlQuery) => Promise<T>) => {
    return async (query: SqlQuery): Promise<T> => {
      // A full disk or a time-out ends a transaction early; a statement after that would be kept on its own.
      if (!open.active) throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'it ended early' })
      return translated(run(query))
    }
  }
  const executeRaw = inside<number>((query) => writing.executeRaw(query))
  const run = async (sql: string) => void (await executeRaw({ sql, args: [], argTypes: [] }))
  return {
    provider: 'sqlite',
    adapterName: NAME,
    // Prisma then sends no COMMIT of its own as a query, and leaves it to the two functions below.
    options: { usePhantomQuery: true },
    queryRaw: inside<SqlResultSet>((query) => writing.queryRaw(query)),
    executeRaw,
    commit: () => open.commit(),
    rollback: async () => open.rollback(),
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE ${name}`),
  }
}

/** Prisma's error for a full disk says only "unknown"; ours says what happened. */
async function translated<T>(result: Promise<T>): Promise<T> {
  try {
    return await result
  } catch (error) {
    const code = error instanceof DriverAdapterError ? error.cause.originalCode : undefined
    if (code === 'SQLITE_FULL' || code?.startsWith('SQLITE_IOERR')) throw new DiskFullError(error)
    throw error
  }
}
