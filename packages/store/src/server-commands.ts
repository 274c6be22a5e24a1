import type { Instant } from '@wayproof/kernel'
import type { WaveAnonymity } from '@wayproof/survey'
import { attackPostgresql } from './anonymity/postgresql/attack-postgresql.ts'
import { type ServerWarning, serverWarnings } from './anonymity/postgresql/server-warnings.ts'
import { readStoredChain } from './audit-log/rows/stored-chain.ts'
import type { VerifyStore } from './closing/evidence/open-for-verifying-on-sqlite.ts'
import { sealReads } from './closing/evidence/seal-reads.ts'
import { DatabaseFault } from './engine/database-fault.ts'
import type { QueryDatabase } from './engine/query/query-database.ts'
import type { DatabasePlace } from './installation/database-place.ts'
import { withName } from './installation/named-fault.ts'

type Server = Extract<DatabasePlace, { engine: 'postgresql' }>

/** Ties found by an attack on a database server, and settings by which the server keeps deleted rows. */
export interface AttackedServer {
  readonly waves: readonly WaveAnonymity[]
  readonly warnings: readonly ServerWarning[]
}

/**
 * Attacks the answers in a server database, like `attackAnonymity` those in a file. Changes nothing and needs no key.
 * Throws DatabaseFault.
 */
export const attackServer = (server: Server, now: Instant): Promise<AttackedServer> =>
  withServer(server, async (database) => ({
    waves: await attackPostgresql(database, { now }),
    warnings: await serverWarnings(database.query),
  }))

/**
 * Runs `work` on a server database to verify its seals and its audit log. Changes nothing and needs no key. Throws
 * DatabaseFault.
 */
export const verifyServer = <T>(server: Server, work: (store: Omit<VerifyStore, 'close'>) => Promise<T>): Promise<T> =>
  withServer(server, (database) =>
    work({
      closing: sealReads((read) => database.readSnapshot(read)),
      auditLog: () => database.readSnapshot(readStoredChain),
    }),
  )

async function withServer<T>({ url, name }: Server, work: (database: QueryDatabase) => Promise<T>): Promise<T> {
  const { PostgresqlDatabase } = await import('./engine/postgresql/postgresql-database.ts')
  const database = new PostgresqlDatabase({ url, connections: 1, sleep: async () => {}, now: () => 0 })
  try {
    const table = await database.query.get<{ name: string | null }>("SELECT to_regclass('installation')::text AS name")
    if (!table?.name) throw new DatabaseFault('other-database', 'the database has no installation')
    return await work(database)
  } catch (error) {
    return withName(name)(error)
  } finally {
    await database.close()
  }
}
