import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import type { PrismaClient } from '../generated/client.ts'
import type { LentClient } from '../prisma/client-pool.ts'
import type { Change, Query, ReadQuery, SnapshotQuery, TableQuery } from '../query/query.ts'
import type { QueryDatabase, QueryTransaction } from '../query/query-database.ts'
import type { Timing } from '../timing.ts'
import { ConnectionPool } from './connection-pool.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'
import { type NameOf, postgresqlQuery, postgresqlSnapshot, preparedStatements } from './postgresql-query.ts'
import { retryConflicts } from './retry-conflicts.ts'
import { wipeDeadRows } from './wipe-dead-rows.ts'

export interface PostgresqlOptions extends Timing {
  /** `postgresql://user:password@host:port/database` */
  readonly url: string
  /** Most connections at once. */
  readonly connections?: number
  /** How long in ms a connection may be idle before it is closed; 0: forever. */
  readonly idleMs?: number
}

/** The result of a transaction, and its last changes. */
export interface Decided<T> {
  readonly result: T
  readonly changes: readonly Change[]
}

/** How long a call waits for a free connection, and a transaction for its first one. */
const CONNECTION_WAIT_MS = 10_000

/** A statement that waits longer for a lock fails, as on SQLite. */
const LOCK_WAIT = "SET LOCAL lock_timeout = '30s'"
// PostgreSQL must not reuse a generic plan that reads whole tables, made while they were small.
const BEGIN_LOCKED = `BEGIN ISOLATION LEVEL READ COMMITTED; ${LOCK_WAIT}; SET LOCAL synchronous_commit = on;
  SET LOCAL enable_seqscan = off`
const BEGIN = `BEGIN ISOLATION LEVEL SERIALIZABLE; ${LOCK_WAIT}`

/** A PostgreSQL database with a pool of connections that Prisma Client and SQL share. */
export class PostgresqlDatabase implements QueryDatabase {
  readonly engine = 'postgresql'
  readonly pool: ConnectionPool
  readonly query: ReadQuery
  readonly #prepared = preparedStatements()
  readonly #ongoing = new AsyncLocalStorage<QueryTransaction>()
  /** Loaded at its first use, because loading takes 100 ms. */
  #lent: Promise<LentClient> | undefined
  readonly sleep: Timing['sleep']
  /** Milliseconds since an arbitrary moment. */
  readonly now: Timing['now']
  readonly #options: PostgresqlOptions
  #closing: Promise<void> | undefined

  constructor(options: PostgresqlOptions) {
    const { url, connections = 10, idleMs = 10_000, sleep, now } = options
    this.#options = options
    this.sleep = (ms) => sleep(ms)
    this.now = () => now()
    this.pool = new ConnectionPool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      idleTimeoutMillis: idleMs,
      // Concurrent statements share a round trip.
      pipeline: true,
      // Notices a server that is gone without a word.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'wayproof',
    })
    this.query = postgresqlQuery(() => {
      this.pool.assertOutside()
      return this.pool
    }, this.#prepared)
  }

  async records(): Promise<PrismaClient> {
    this.pool.assertOutside()
    return (await this.#taken()).client
  }

  async transaction<T>(work: (transaction: QueryTransaction) => Promise<T>): Promise<T> {
    const ongoing = this.#ongoing.getStore()
    if (ongoing) return work(ongoing)
    const { client, during } = await this.#taken()
    const attempt = (connection: () => pg.PoolClient) =>
      client.$transaction(
        (records) => {
          const transaction = { records, query: postgresqlQuery(connection) }
          return this.#ongoing.run(transaction, () => work(transaction))
        },
        { isolationLevel: 'Serializable' },
      )
    return during(() => retryConflicts(this, () => this.pool.transaction(attempt)))
  }

  write<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#write(BEGIN, work)
  }

  writeUnsynced<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#write(`${BEGIN}; SET LOCAL synchronous_commit = off`, work)
  }

  /**
   * Like `write`, for hot paths: READ COMMITTED, so `work` must lock the rows that it decides by, in a fixed order. It
   * is repeated after a deadlock. Waits for the disk unless `synced` is false.
   */
  writeLocked<T>(work: (query: Query) => Promise<T>, { synced = true } = {}): Promise<T> {
    const begin = synced ? BEGIN_LOCKED : `${BEGIN_LOCKED}; SET LOCAL synchronous_commit = off`
    return this.#write(begin, work, this.#prepared)
  }

  /**
   * Like `writeLocked`, in two round trips if `work` sends all its statements at once: it locks and reads, and the changes
   * that it returns are sent together with COMMIT. No two of them may change the same row.
   */
  lockAndChange<T>(work: (query: ReadQuery) => Promise<Decided<T>>): Promise<T> {
    return this.#transact(BEGIN_LOCKED, work, this.#prepared)
  }

  async analyze(tables: readonly string[]): Promise<void> {
    this.pool.assertOutside()
    await postgresqlQuery(() => this.pool).run(`ANALYZE ${tables.map((table) => `"${table}"`).join(', ')}`)
  }

  async sync(): Promise<void> {
    this.pool.assertOutside()
    // A commit that waits for the disk also syncs all earlier ones.
    await postgresqlQuery(() => this.pool).all('SELECT pg_current_xact_id()')
  }

  #write<T>(begin: string, work: (query: Query) => Promise<T>, prepared?: NameOf): Promise<T> {
    return this.#transact(begin, async (query) => ({ result: await work(query), changes: [] }), prepared)
  }

  #transact<T>(begin: string, work: (query: Query) => Promise<Decided<T>>, prepared?: NameOf): Promise<T> {
    const attempt = async (taken: () => pg.PoolClient) => {
      const connection = await this.pool.connect()
      try {
        const query = postgresqlQuery(taken, prepared)
        // BEGIN shares a round trip with the first statements.
        const begun = sendTogether(connection, () => Promise.all([connection.query(begin), work(query)]))
        const [, { result, changes }] = await begun
        // COMMIT rolls back if the statement before it fails.
        const ended = sendTogether(connection, () => {
          const changing = changes.length > 0 ? changeTogether(query, changes) : null
          return Promise.all([changing, connection.query('COMMIT')])
        })
        const [, { command }] = await ended
        if (command !== 'COMMIT') throw new Error('a statement failed, so the transaction was rolled back')
        connection.release()
        return result
      } catch (error) {
        await rollBack(connection)
        throw toPostgresqlFault(error)
      }
    }
    return retryConflicts(this, () => this.pool.transaction(attempt))
  }

  async readSnapshot<T>(work: (query: SnapshotQuery) => Promise<T>): Promise<T> {
    this.pool.assertOutside()
    const connection = await this.pool.connect()
    try {
      await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      return await work(postgresqlSnapshot(connection))
    } finally {
      await rollBack(connection)
    }
  }

  /**
   * Runs `work`, which reads and writes whole tables, in one transaction that is never repeated: its reads see the
   * database as of its first statement, and its own writes.
   */
  async writeTables<T>(work: (query: TableQuery) => Promise<T>): Promise<T> {
    this.pool.assertOutside()
    const connection = await this.pool.connect()
    try {
      await connection.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; ${LOCK_WAIT}`)
      const result = await work({ ...postgresqlSnapshot(connection), ...postgresqlQuery(() => connection) })
      await connection.query('COMMIT')
      connection.release()
      return result
    } catch (error) {
      await rollBack(connection)
      throw toPostgresqlFault(error)
    }
  }

  /** Opens the database on a single connection of its own, which has the same temporary tables until it is closed. */
  openSession(): PostgresqlDatabase {
    return new PostgresqlDatabase({ ...this.#options, connections: 1, idleMs: 0 })
  }

  /** Removes deleted rows from the files of tables, see `wipeDeadRows`. */
  wipeDeadRows(tables: readonly string[]): Promise<void> {
    this.pool.assertOutside()
    return wipeDeadRows(this, tables)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await (await this.#lent)?.release()
    await this.pool.end()
  }

  #taken(): Promise<LentClient> {
    this.#lent ??= import('./postgresql-records.ts').then(({ postgresqlRecords }) => postgresqlRecords(this.pool))
    return this.#lent
  }
}

/** Sends the statements that `work` starts with one write, which wakes the server once. */
function sendTogether<T>({ connection: { stream } }: pg.PoolClient, work: () => T): T {
  stream.cork()
  try {
    return work()
  } finally {
    stream.uncork()
  }
}

/** A broken connection is not returned to the pool. */
async function rollBack(connection: pg.PoolClient): Promise<void> {
  await connection.query('ROLLBACK').then(
    () => connection.release(),
    (error) => connection.release(error),
  )
}

/**
 * Makes several changes with one statement, in one round trip. No change sees the others, so no two may change the same
 * row.
 */
export async function changeTogether(query: Query, changes: readonly Change[]): Promise<void> {
  const parts = changes.map(({ statement }, n) => `change_${n} AS (${statement.replaceAll('@', `@change_${n}_`)})`)
  const values = changes.flatMap((change, n) =>
    Object.entries(change.values).map(([name, value]) => [`change_${n}_${name}`, value] as const),
  )
  await query.run(`WITH ${parts.join(',\n')} SELECT 1`, Object.fromEntries(values))
}
