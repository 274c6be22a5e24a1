import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { DatabaseFault } from '../database-fault.ts'
import type { PrismaClient } from '../generated/client.ts'

/** A Prisma client for one database, until it is released. */
export interface LentClient {
  readonly client: PrismaClient
  /** Runs `work`, during which the client is in use. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Later calls of `client` throw DatabaseFault `closed`. */
  release(): Promise<void>
}

interface Reusable {
  readonly client: PrismaClient
  readonly adapter: AdapterOfOneDatabase
}

/**
 * Prisma clients of one schema. A new client reads the whole schema, which takes 60 ms, so the client of a closed
 * database serves the next one.
 */
export class ClientPool {
  readonly #create: (adapter: SqlDriverAdapterFactory) => PrismaClient
  readonly #idle: Reusable[] = []

  constructor(create: (adapter: SqlDriverAdapterFactory) => PrismaClient) {
    this.#create = create
  }

  take(database: SqlDriverAdapterFactory): LentClient {
    const reusable = this.#idle.pop() ?? this.#created(database)
    const { client, adapter } = reusable
    adapter.connectTo(database)
    let pending = 0
    let isReleased = false
    const during = async <T>(work: () => Promise<T>): Promise<T> => {
      if (isReleased) throw new DatabaseFault('closed', 'the database is closed')
      pending += 1
      try {
        return await work()
      } finally {
        pending -= 1
      }
    }
    const guarded: unknown = client.$extends({
      query: { $allOperations: ({ args, query }) => during(() => query(args)) },
    })
    return {
      client: guarded as PrismaClient,
      during,
      release: async () => {
        if (isReleased) return
        isReleased = true
        if (pending > 0) await client.$disconnect()
        else this.#idle.push(reusable)
      },
    }
  }

  #created(database: SqlDriverAdapterFactory): Reusable {
    const adapter = new AdapterOfOneDatabase(database)
    return { client: withPrivateErrors(this.#create(adapter)), adapter }
  }
}

/** Connects a client to the database that was named last. */
class AdapterOfOneDatabase implements SqlDriverAdapterFactory {
  readonly provider
  readonly adapterName
  #database: SqlDriverAdapterFactory
  #connected: Promise<SqlDriverAdapter> | undefined

  constructor(database: SqlDriverAdapterFactory) {
    this.provider = database.provider
    this.adapterName = database.adapterName
    this.#database = database
  }

  connectTo(database: SqlDriverAdapterFactory): void {
    this.#database = database
    this.#connected = undefined
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { provider, adapterName } = this
    const current = () => {
      this.#connected ??= this.#database.connect()
      return this.#connected
    }
    // The same for every database of an engine.
    const info = (await current()).getConnectionInfo?.()
    return {
      provider,
      adapterName,
      queryRaw: async (query) => (await current()).queryRaw(query),
      executeRaw: async (query) => (await current()).executeRaw(query),
      executeScript: async (script) => (await current()).executeScript(script),
      startTransaction: async (level) => (await current()).startTransaction(level),
      dispose: async () => (await current()).dispose(),
      ...(info && { getConnectionInfo: () => info }),
    }
  }
}

/**
 * Returns a client whose errors can be logged. Prisma's own messages quote the values of a call, which may be personal data;
 * only the code, the call and the stack remain.
 */
function withPrivateErrors(client: PrismaClient): PrismaClient {
  const extended: unknown = client.$extends({
    query: {
      $allOperations: async ({ model, operation, args, query }) => {
        try {
          return await query(args)
        } catch (error) {
          throw withoutValues(error, model ? `${model}.${operation}` : operation)
        }
      },
    },
  })
  return extended as PrismaClient
}

function withoutValues(error: unknown, call: string): unknown {
  if (!(error instanceof Error) || !error.name.startsWith('PrismaClient')) return error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  error.message = `Prisma Client failed in ${call}${'code' in error ? `: ${error.code}` : ''}`
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n')
  return error
}
