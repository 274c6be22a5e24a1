import { AsyncLocalStorage } from 'node:async_hooks'
import type { PrismaClient } from '../generated/client.ts'
import { insideTransactionError } from '../inside-transaction.ts'
import type { Query } from '../query/query.ts'
import type { QueryTransaction } from '../query/query-database.ts'
import type { PrismaPlace } from '../sqlite/prisma-adapter.ts'
import type { LentClient } from './client-pool.ts'

/** Marks a transaction of SQL alone. */
const SQL_ONLY = 'sql-only'

/** Prisma Client on one database, loaded at its first use because loading takes 100 ms. */
export class Records {
  readonly #place: PrismaPlace
  readonly #inside = new AsyncLocalStorage<QueryTransaction | typeof SQL_ONLY>()
  #lent: Promise<LentClient> | undefined

  constructor(place: PrismaPlace) {
    this.#place = place
  }

  /** Prisma Client, for records outside a transaction. */
  async client(): Promise<PrismaClient> {
    return (await this.#taken()).client
  }

  /** Runs `work` in one transaction, or in the one that it is called in. It blocks all other writers until `work` settles. */
  async transaction<T>(query: Query, work: (transaction: QueryTransaction) => Promise<T>): Promise<T> {
    const ongoing = this.#inside.getStore()
    if (ongoing && ongoing !== SQL_ONLY) return work(ongoing)
    const { client, during } = await this.#taken()
    return during(() =>
      client.$transaction((records) => {
        const transaction = { records, query }
        return this.#inside.run(transaction, () => work(transaction))
      }),
    )
  }

  /** Runs `work` and marks its calls as calls inside a transaction. */
  inside<T>(work: () => T): T {
    return this.#inside.run(SQL_ONLY, work)
  }

  /** Throws inside a transaction: a read would miss its changes, and a write would wait for it forever. */
  assertOutside(): void {
    if (this.#inside.getStore()) throw insideTransactionError()
  }

  async close(): Promise<void> {
    await (await this.#lent)?.release()
  }

  async #taken(): Promise<LentClient> {
    this.assertOutside()
    this.#lent ??= import('./prisma-client.ts')
      .then(({ prismaClient }) => prismaClient(this.#place))
      .catch((error: unknown) => {
        // The folder of the release may come back.
        this.#lent = undefined
        throw error
      })
    return this.#lent
  }
}
