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
import { faultOfCode } from '../database-fault.ts'
import type { Connections } from './connections.ts'
import type { OpenTransaction } from './open-transaction.ts'
import { StatementCache } from './statement-cache.ts'

const NAME = '@prisma/adapter-better-sqlite3'

/** The database to which Prisma is connected. */
export interface PrismaPlace {
  readonly connections: Connections
  begin(): Promise<OpenTransaction>
  exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T>
  /** Throws inside a transaction, where only its own client may be used. */
  assertOutside(): void
}

/**
 * Connects Prisma to the two connections and the one lock of `database`. A plain write waits for the lock and runs in
 * its own transaction; a plain read uses the read-only connection; an interactive transaction has the lock to its end.
 * Prisma's own adapter would run a plain write inside any open transaction and lose it when that rolls back.
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

  // Only writes are checked: Prisma Client may batch reads outside a transaction with reads inside one.
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

/** Combines Prisma's conversion of values and errors with our cached statements. */
async function converting(cache: StatementCache): Promise<SqlQueryable> {
  const adapter = await new PrismaBetterSqlite3({ url: ':memory:' }, { timestampFormat: 'unixepoch-ms' }).connect()
  await adapter.dispose()
  if (!('client' in adapter)) throw new Error('the Prisma adapter has no connection in `client`')
  return Object.assign(adapter, { client: { prepare: (text: string) => bindable(cache.prepare(text)) } })
}

/** A driver statement can be bound permanently only once, so a cached one gets its values with each run. */
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

/**
 * The driver reports BEGIN, COMMIT and the like as read-only, but they would leave the shared connection in a
 * transaction.
 */
const TRANSACTION_CONTROL = /^\s*(begin|commit|end|rollback|savepoint|release)\b/i

function isRead(reads: StatementCache, text: string): boolean {
  if (TRANSACTION_CONTROL.test(text)) throw new Error(`use $transaction, not ${text}`)
  try {
    return reads.prepare(text).readonly
  } catch {
    // A text that cannot be prepared is reported when it is run.
    return true
  }
}

function transactionOn(writing: SqlQueryable, open: OpenTransaction): Transaction {
  const inside = <T>(run: (query: SqlQuery) => Promise<T>) => {
    return async (query: SqlQuery): Promise<T> => {
      // A full disk or a time-out ends a transaction early; a later statement would be committed on its own.
      if (!open.active) throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'it ended early' })
      return translated(run(query))
    }
  }
  const executeRaw = inside<number>((query) => writing.executeRaw(query))
  const run = async (sql: string) => void (await executeRaw({ sql, args: [], argTypes: [] }))
  return {
    provider: 'sqlite',
    adapterName: NAME,
    // Prisma then sends no COMMIT as a query, and calls the two functions below instead.
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

/** Prisma reports a full disk as "unknown"; DiskFullError names the cause. */
async function translated<T>(result: Promise<T>): Promise<T> {
  try {
    return await result
  } catch (error) {
    const code = error instanceof DriverAdapterError ? error.cause.originalCode : undefined
    throw faultOfCode(code ?? '', error)
  }
}
