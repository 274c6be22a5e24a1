import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from '../../../generated/postgresql/client.ts'
import type { PrismaClient } from '../../generated/client.ts'
import type { Timing } from '../busy-retry.ts'
import type { RecordDatabase, RecordTransaction } from '../record-database.ts'
import { ConnectionPool } from './connection-pool.ts'
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
export class PostgresqlDatabase implements RecordDatabase {
  readonly pool: ConnectionPool
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
  }

  async records(): Promise<PrismaClient> {
    return this.#client
  }

  transaction<T>(work: (transaction: RecordTransaction) => Promise<T>): Promise<T> {
    return retryConflicts(this.#timing, () =>
      this.pool.transaction(() =>
        this.#client.$transaction((records) => work({ records }), { isolationLevel: 'Serializable' }),
      ),
    )
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
    transactionOptions: { maxWait: 30_000, timeout: 5_000 },
  })
  return client as PrismaClient
}
