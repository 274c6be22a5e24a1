import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient as PostgresqlClient } from '../../../generated/postgresql/client.ts'
import type { PrismaClient } from '../../generated/client.ts'
import { withPrivateErrors } from '../prisma/private-errors.ts'

/**
 * A Prisma client on the connections of a pool. The two generated clients have the same models, so stores use one type.
 */
export function postgresqlRecords(pool: pg.Pool): PrismaClient {
  const client: unknown = new PostgresqlClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
  return withPrivateErrors(client as PrismaClient)
}
