import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { insideTransactionError } from '../inside-transaction.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'

/** The connection of one transaction, once it has been taken from the pool. */
interface Taken {
  client: pg.PoolClient | undefined
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/** A pool that tells which connection a transaction has taken, so that SQL runs on it too. */
export class ConnectionPool extends pg.Pool {
  readonly #taken = new AsyncLocalStorage<Taken>()

  constructor(config: pg.PoolConfig) {
    super(config)
    // A connection that breaks is replaced at its next use; the call that used it gets the error.
    this.on('error', () => {})
    this.on('connect', (client) => client.on('error', () => {}))
  }

  /** Runs `work`, whose first connection is that of its transaction; `connection` returns it from then on. */
  async transaction<T>(work: (connection: () => pg.PoolClient) => Promise<T>): Promise<T> {
    this.assertOutside()
    const taken: Taken = { client: undefined }
    const connection = () => {
      if (!taken.client) throw new Error('the transaction has no connection yet')
      return taken.client
    }
    return this.#taken.run(taken, () => work(connection))
  }

  /** Throws inside a transaction, whose own handle must be used there. */
  assertOutside(): void {
    if (this.#taken.getStore()) throw insideTransactionError()
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): undefined
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback)
      return undefined
    }
    const taken = this.#taken.getStore()
    return super.connect().then(
      (client) => {
        // A later connection is for reads outside, which Prisma Client may send together with reads inside.
        if (taken) taken.client ??= client
        return client
      },
      (error) => Promise.reject(toPostgresqlFault(error)),
    )
  }
}
