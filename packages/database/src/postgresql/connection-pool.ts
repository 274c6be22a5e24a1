import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { insideTransactionError } from '../inside-transaction.ts'
import { toPostgresqlFault } from './postgresql-fault.ts'

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

interface Parameters {
  readonly values: readonly unknown[]
}

/** A connection that stores U+FFFD for each NUL in a text: no text of PostgreSQL contains NUL, and SQLite takes it. */
class TextClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query: (...given: unknown[]) => unknown = this.query.bind(this)
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      query(
        hasNul(statement) ? { ...statement, values: statement.values.map(withoutNul) } : statement,
        ...rest,
      )) as pg.Client['query']
  }
}

/** True for a statement with its values, as this store and Prisma Client send it, if a text among them contains NUL. */
function hasNul(statement: unknown): statement is Parameters {
  if (typeof statement !== 'object' || statement === null || !('values' in statement)) return false
  return Array.isArray(statement.values) && statement.values.some(containsNul)
}

const containsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : Array.isArray(value) && value.some(containsNul)

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  return Array.isArray(value) ? value.map(withoutNul) : value
}
