import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient as PostgresqlClient } from '../../../generated/postgresql/client.ts'
import type { PrismaClient } from '../../generated/client.ts'
import type { Timing } from '../busy-retry.ts'
import { withPrivateErrors } from '../prisma/private-errors.ts'
import type { ReadQuery } from '../query/query.ts'
import type { QueryDatabase, QueryTransaction } from '../query/query-database.ts'
import { ConnectionPool } from './connection-pool.ts'
import { postgresqlQuery } from './postgresql-query.ts'
import { retryConflicts } from './retry-conflicts.ts'

export interface PostgresqlOptions extends Timing {
  /** `postgresql://user:password@host:port/database` */
  readonly url: string
  /** Most connections at once. */
  readonly connections?: number
}

/** How long a call waits for a free connection, and a transaction for its first one. */
const CONNECTION_WAIT_MS = 10_000

/** A PostgreSQL database, with a pool of connections that Prisma Client and SQL share. */
export class PostgresqlDatabase implements QueryDatabase {
  readonly pool: ConnectionPool
  readonly query: ReadQuery
  readonly #client: PrismaClient
  readonly #timing: Timing

  constructor({ url, connections = 10, ...timing }: PostgresqlOptions) {
    this.#timing = timing
    this.pool = new ConnectionPool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      application_name: 'wayproof',
    })
    // An idle connection that breaks is replaced at its next use.
    this.pool.on('error', () => {})
    this.#client = prismaClient(this.pool)
    this.query = postgresqlQuery(() => {
      this.pool.assertOutside()
      return this.pool
    })
  }

  async records(): Promise<PrismaClient> {
    this.pool.assertOutside()
    return this.#client
  }

  transaction<T>(work: (transaction: QueryTransaction) => Promise<T>): Promise<T> {
    const attempt = (connection: () => pg.PoolClient) =>
      this.#client.$transaction((records) => work({ records, query: postgresqlQuery(connection) }), {
        isolationLevel: 'Serializable',
      })
    return retryConflicts(this.#timing, () => this.pool.transaction(attempt))
  }

  async readSnapshot<T>(work: (query: ReadQuery) => Promise<T>): Promise<T> {
    this.pool.assertOutside()
    const connection = await this.pool.connect()
    try {
      await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      return await work(postgresqlQuery(() => connection))
    } finally {
      // Nothing was written; a broken connection is not given back.
      await connection.query('ROLLBACK').then(
        () => connection.release(),
        (error) => connection.release(error),
      )
    }
  }

  async close(): Promise<void> {
    await this.#client.$disconnect()
    await this.pool.end()
  }
}

/** The two generated clients have the same models, so stores are written for one of them. */
function prismaClient(pool: ConnectionPool): PrismaClient {
  const client: unknown = new PostgresqlClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  return withPrivateErrors(client as PrismaClient)
}
