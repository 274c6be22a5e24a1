import type { Keyring } from '@wayproof/kernel/keyring'
import { DatabaseFault } from '../engine/database-fault.ts'
import { readMigrations } from '../engine/sqlite-migrations/migrations.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { assertKeyOf, INSTALLATION, type Installation } from '../installation/bind-installation.ts'

/** A reason why a process should get no requests. */
export interface ReadinessFault {
  readonly code: 'database-unreachable' | 'other-version' | 'other-key' | 'database-damaged'
}

/** Whether a condition of readiness is met. Throws if the database cannot be read. */
type Condition = (database: StoreDatabase, keyring: Keyring) => Promise<boolean>

/** Every condition of readiness, with the fault of a process that does not meet it. */
const CONDITIONS: readonly (readonly [ReadinessFault['code'], Condition])[] = [
  ['other-version', isMigrated],
  ['other-key', hasOurKey],
  ['database-damaged', async (database) => database.engine === 'postgresql' || database.damage.read() === null],
]

/** Longer than a busy database takes, and shorter than the patience of a load balancer. */
const LONGEST_READ_MS = 3_000

const UNREACHABLE: readonly ReadinessFault[] = [{ code: 'database-unreachable' }]

/** The faults of a process with this database and key; empty if it is ready. Never throws, and takes 3 s at most. */
export function readinessOf(database: StoreDatabase, keyring: Keyring): () => Promise<readonly ReadinessFault[]> {
  // A database that hangs must not collect a connection from each probe.
  let running: Promise<readonly ReadinessFault[]> | undefined
  return () => {
    running ??= readFaults(database, keyring)
      .catch(() => UNREACHABLE)
      .finally(() => {
        running = undefined
      })
    return Promise.race([running, database.sleep(LONGEST_READ_MS).then(() => UNREACHABLE)])
  }
}

async function readFaults(database: StoreDatabase, keyring: Keyring): Promise<readonly ReadinessFault[]> {
  const faults: ReadinessFault[] = []
  for (const [code, isMet] of CONDITIONS) if (!(await isMet(database, keyring))) faults.push({ code })
  return faults
}

const APPLIED = `SELECT "migration_name" AS "name" FROM "_prisma_migrations"
  WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL ORDER BY "migration_name"`

/** While this process runs, another version may have changed the tables. */
async function isMigrated(database: StoreDatabase): Promise<boolean> {
  const applied = await database.query.all<{ name: string }>(APPLIED)
  return applied.map(({ name }) => name).join() === (await migrationsOf(database.engine)).join()
}

const shipped = new Map<StoreDatabase['engine'], readonly string[]>()

async function migrationsOf(engine: StoreDatabase['engine']): Promise<readonly string[]> {
  const names = shipped.get(engine) ?? (await readShipped(engine)).map(({ name }) => name)
  shipped.set(engine, names)
  return names
}

async function readShipped(engine: StoreDatabase['engine']) {
  if (engine === 'sqlite') return readMigrations()
  const { readPostgresqlMigrations } = await import('../engine/postgresql/postgresql-migrations.ts')
  return readPostgresqlMigrations()
}

/** A restore may have put the database of another key in place. */
async function hasOurKey({ query }: StoreDatabase, keyring: Keyring): Promise<boolean> {
  const found = await query.get<Installation>(INSTALLATION)
  try {
    if (found) assertKeyOf(found, keyring, null)
    return found !== undefined
  } catch (error) {
    if (error instanceof DatabaseFault) return false
    throw error
  }
}
