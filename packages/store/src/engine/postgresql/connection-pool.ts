import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { insideTransactionError } from '../inside-transaction.ts'

/** The connection of one transaction, once it has been taken from the pool. */
interface Taken {
  client: pg.PoolClient | undefined
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

/** A pool that gives the work of a transaction one connection, and an error if it asks for another. */
export class ConnectionPool extends pg.Pool {
  readonly #taken = new AsyncLocalStorage<Taken>()

  /** Runs `work`, which takes one connection for its transaction; `connection` returns it from then on. */
  async transaction<T>(work: (connection: () => pg.PoolClient) => Promise<T>): Promise<T> {
    if (this.#taken.getStore()) throw insideTransactionError()
    const taken: Taken = { client: undefined }
    const connection = () => {
      if (!taken.client) throw new Error('the transaction has no connection yet')
      return taken.client
    }
    return this.#taken.run(taken, () => work(connection))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): undefined
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const taken = this.#taken.getStore()
    if (callback) {
      if (taken?.client) callback(insideTransactionError(), undefined, () => {})
      else super.connect(callback)
      return undefined
    }
    if (taken?.client) return Promise.reject(insideTransactionError())
    return super.connect().then((client) => {
      if (taken) taken.client = client
      return client
    })
  }
}
