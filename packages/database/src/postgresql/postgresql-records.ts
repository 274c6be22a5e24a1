import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts'
import type { PrismaClient } from '../generated/client.ts'
import { ClientPool, type LentClient } from '../prisma/client-pool.ts'

// The two generated clients have the same models, so stores use one type.
const clients = new ClientPool((adapter) => {
  const client: unknown = new PostgresqlClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } })
  return client as PrismaClient
})

/** A Prisma client on the connections of a pool. */
export const postgresqlRecords = (pool: pg.Pool): LentClient => clients.take(new PrismaPg(pool))
