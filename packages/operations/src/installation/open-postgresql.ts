import { DatabaseFault } from '@wayproof/database/database-fault'
import type { ServerPlace } from '@wayproof/database/installation/database-place'
import type { MigratedDeps } from '@wayproof/database/installation/migrated-deps'
import { withName } from '@wayproof/database/installation/named-fault'
import { checkServer } from '@wayproof/database/postgresql/check-server'
import { migratePostgresql, missingMigrations } from '@wayproof/database/postgresql/migrate-postgresql'
import { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { readPostgresqlMigrations } from '@wayproof/database/postgresql/postgresql-migrations'
import type { Timing } from '@wayproof/database/timing'
import { bindInstallation } from './bind-installation.ts'

/** A migrated database. */
interface Unbound {
  readonly database: PostgresqlDatabase
  /** True if it had no tables. */
  readonly isNew: boolean
}

/** Opens a PostgreSQL database, migrates it to this version and compares its key. Throws DatabaseFault. */
export async function openPostgresql(
  place: ServerPlace,
  { clock, sleep, ...deps }: MigratedDeps,
): Promise<PostgresqlDatabase> {
  const { database, isNew } = await openUnbound(place, { sleep, now: () => clock.now() })
  try {
    await bindInstallation(database, { ...deps, isNew })
    return database
  } catch (error) {
    await database.close()
    return withName(place.name)(error)
  }
}

/** Opens a PostgreSQL database and migrates it to this version; it may belong to no installation. Throws DatabaseFault. */
export async function openUnbound({ url, name }: ServerPlace, timing: Timing): Promise<Unbound> {
  const database = new PostgresqlDatabase({ url, ...timing })
  try {
    await checkServer(database.query)
    const migrations = readPostgresqlMigrations()
    const { applied } = await migratePostgresql(database.pool, migrations, new Date(timing.now()))
    return { database, isNew: applied.length === migrations.length }
  } catch (error) {
    await database.close()
    return withName(name)(error)
  }
}

/** Throws DatabaseFault `older-database` or `newer-database`, unless this version has migrated the database. */
export async function assertThisVersion({ pool }: PostgresqlDatabase): Promise<void> {
  const { missing, version } = await missingMigrations(pool, readPostgresqlMigrations())
  if (missing.length > 0)
    throw new DatabaseFault('older-database', `the database lacks ${missing.join(', ')}`, { detail: version })
}
