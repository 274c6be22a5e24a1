import { PrismaClient } from '../generated/client.ts'
import { type PrismaPlace, prismaAdapter } from '../sqlite/prisma-adapter.ts'
import { ClientPool, type LentClient } from './client-pool.ts'

const clients = new ClientPool(
  (adapter) => new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } }),
)

/**
 * A Prisma client on the connections of `database`. A transaction waits up to 30 s for the lock, and its work may take
 * 30 s. Inside a `$transaction` use only its own client: the outer one would wait for that very transaction.
 */
export const prismaClient = (database: PrismaPlace): LentClient => clients.take(prismaAdapter(database))
