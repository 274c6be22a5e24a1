import { DatabaseFault } from '@wayproof/database/database-fault'
import type { ServerPlace } from '@wayproof/database/installation/database-place'
import { withName } from '@wayproof/database/installation/named-fault'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'

/** Runs `work` on the database of an installation as it is, without its key. Throws DatabaseFault. */
export async function withServer<T>(
  { url, name }: ServerPlace,
  work: (database: PostgresqlDatabase) => Promise<T>,
): Promise<T> {
  const { PostgresqlDatabase } = await import('@wayproof/database/postgresql/postgresql-database')
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
