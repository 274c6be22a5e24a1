import { DatabaseFault } from '../engine/database-fault.ts'
import type { PostgresqlDatabase } from '../engine/postgresql/postgresql-database.ts'
import type { ServerPlace } from './database-place.ts'
import { withName } from './named-fault.ts'

/** Runs `work` on the database of an installation as it is, without its key. Throws DatabaseFault. */
export async function withServer<T>(
  { url, name }: ServerPlace,
  work: (database: PostgresqlDatabase) => Promise<T>,
): Promise<T> {
  const { PostgresqlDatabase } = await import('../engine/postgresql/postgresql-database.ts')
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
