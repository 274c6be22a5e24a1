import { statSync } from 'node:fs'
import type { DatabasePlace } from './database-place.ts'
import { withName } from './named-fault.ts'

/**
 * Whether the database exists and an installation has used it. Throws DatabaseFault if the server cannot be reached.
 */
export async function isFilled(place: DatabasePlace): Promise<boolean> {
  if (place.engine === 'postgresql') return isServersFilled(place.url).catch(withName(place.name))
  const stats = statSync(place.file, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size > 0
}

async function isServersFilled(url: string): Promise<boolean> {
  const { PostgresqlDatabase } = await import('../postgresql/postgresql-database.ts')
  const database = new PostgresqlDatabase({ url, connections: 1, sleep: async () => {}, now: () => 0 })
  try {
    const table = await database.query.get<{ name: string | null }>("SELECT to_regclass('installation')::text AS name")
    if (!table?.name) return false
    return (await database.query.get('SELECT 1 FROM installation')) !== undefined
  } finally {
    await database.close()
  }
}
