import { PrismaClient } from '../../generated/client.ts'
import { type PrismaPlace, prismaAdapter } from './prisma-adapter.ts'

/**
 * A Prisma client on the connections of `database`. A transaction waits up to 30 s for its turn and may then hold it for
 * 5 s. Inside a `$transaction` use only its own client: the outer one would wait for that very transaction.
 */
export function prismaClient(database: PrismaPlace): PrismaClient {
  return new PrismaClient({
    adapter: prismaAdapter(database),
    transactionOptions: { maxWait: 30_000, timeout: 5_000 },
  })
}
