import { PrismaClient } from '../../generated/client.ts'
import { type PrismaPlace, prismaAdapter } from '../sqlite/prisma-adapter.ts'
import { withPrivateErrors } from './private-errors.ts'

/**
 * A Prisma client on the connections of `database`. A transaction waits up to 30 s for the lock, and its work may take
 * 30 s. Inside a `$transaction` use only its own client: the outer one would wait for that very transaction.
 */
export function prismaClient(database: PrismaPlace): PrismaClient {
  const adapter = prismaAdapter(database)
  return withPrivateErrors(new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } }))
}
