import { checkServer } from '../engine/postgresql/check-server.ts'
import { migratePostgresql } from '../engine/postgresql/migrate-postgresql.ts'
import { PostgresqlDatabase } from '../engine/postgresql/postgresql-database.ts'
import { readPostgresqlMigrations } from '../engine/postgresql/postgresql-migrations.ts'
import { bindInstallation } from './bind-installation.ts'
import type { DatabasePlace } from './database-place.ts'
import type { MigratedDeps } from './migrated-deps.ts'
import { withName } from './named-fault.ts'

type Server = Extract<DatabasePlace, { engine: 'postgresql' }>

/** Opens a PostgreSQL database, migrates it to this version and compares its key. Throws DatabaseFault. */
export async function openPostgresql(
  { url, name }: Server,
  { clock, sleep, ...deps }: MigratedDeps,
): Promise<PostgresqlDatabase> {
  const database = new PostgresqlDatabase({ url, sleep, now: () => clock.now() })
  try {
    await checkServer(database.query)
    const migrations = readPostgresqlMigrations()
    const { applied } = await migratePostgresql(database.pool, migrations, new Date(clock.now()))
    await bindInstallation(database, { ...deps, isNew: applied.length === migrations.length })
    return database
  } catch (error) {
    await database.close()
    return withName(name)(error)
  }
}
