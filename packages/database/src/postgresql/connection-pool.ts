import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { insideTransactionError } from '../inside-transaction.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'
import { TextClient } from './text-client.ts'

/** The connection that a transaction has taken from the pool; undefined before its first statement. */
interface Taken {
  client: pg.PoolClient | undefined
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/** A pool that knows the connection of each transaction, so that SQL runs on the same one as Prisma Client. */
export class ConnectionPool extends pg.Pool {
  readonly #taken = new AsyncLocalStorage<Taken>()

  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: TextClient })
    // The pool replaces a broken connection at its next use; the call that used it gets the error.
    this.on('error', () => {})
    this.on('connect', (client) => client.on('error', () => {}))
  }

  /**
   * Runs `work`; the first connection that it takes belongs to its transaction, and `connection` returns it from then
   * on.
   */
  async transaction<T>(work: (connection: () => pg.PoolClient) => Promise<T>): Promise<T> {
    this.assertOutside()
    const taken: Taken = { client: undefined }
    const connection = () => {
      if (!taken.client) throw new Error('the transaction has no connection yet')
      return taken.client
    }
    return this.#taken.run(taken, () => work(connection))
  }

  /** Throws inside a transaction, where only its own handle may be used. */
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
        // A later connection serves reads outside, which Prisma Client may batch with reads inside.
        if (taken) taken.client ??= client
        return client
      },
      (error) => Promise.reject(toPostgresqlFault(error)),
    )
  }
}
