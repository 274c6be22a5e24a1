import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseFault } from '@wayproof/database/database-fault'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { canRecord } from '@wayproof/journal/kept-events/journal'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { hasAllWaveKeys } from '@wayproof/survey/wave-keys/survey-instances'
import type { WaveKeys } from '@wayproof/survey/wave-keys/wave-key-folder'
import { assertKeyOf, INSTALLATION, type Installation } from '../installation/bind-installation.ts'
import { assertGeneration } from '../installation/key-generation.ts'

/** A reason why a process should get no requests. */
export interface ReadinessFault {
  readonly code:
    | 'database-unreachable'
    | 'other-version'
    | 'other-key'
    | 'key-generation-missing'
    | 'database-damaged'
    | 'wave-key-missing'
    | 'disk-full'
    | 'journal-unwritable'
}

export interface ReadinessDeps {
  readonly database: StoreDatabase
  readonly keyring: Keyring
  /** Absent if no wave of this installation is encrypted. */
  readonly waveKeys?: WaveKeys | undefined
  /** Folders of data and backups, outside of which wave keys belong. */
  readonly dataFolders?: readonly string[] | undefined
  /** The file of unsubscribes and erasures; absent where none is recorded. */
  readonly journal?: string | undefined
}

/** Whether a condition of readiness is met. Throws if the database cannot be read. */
type Condition = (deps: ReadinessDeps) => Promise<boolean>

/** Every condition of readiness, with the fault of a process that does not meet it. */
const CONDITIONS: readonly (readonly [ReadinessFault['code'], Condition])[] = [
  ['other-version', isMigrated],
  ['other-key', hasOurKey],
  ['key-generation-missing', hasGeneration],
  ['database-damaged', async ({ database }) => database.engine === 'postgresql' || database.damage.read() === null],
  [
    'disk-full',
    async ({ database }) => database.engine === 'postgresql' || (await freeBytes(database.file)) >= LEAST_BYTES,
  ],
  ['journal-unwritable', async ({ journal }) => journal === undefined || canRecord(journal)],
  ['wave-key-missing', async ({ database, waveKeys }) => !waveKeys || (await hasAllWaveKeys(database.query, waveKeys))],
]

/** A commit and its log need some; with less, every answer is refused. */
const LEAST_BYTES = 1 << 20

/** Longer than a busy database takes, and shorter than the patience of a load balancer. */
const LONGEST_READ_MS = 3_000

const UNREACHABLE: readonly ReadinessFault[] = [{ code: 'database-unreachable' }]
const DAMAGED: readonly ReadinessFault[] = [{ code: 'database-damaged' }]

/** The faults of a process with this database and key; empty if it is ready. Never throws, and takes 3 s at most. */
export function readinessOf(deps: ReadinessDeps): () => Promise<readonly ReadinessFault[]> {
  // A database that hangs must not collect a connection from each probe.
  let running: Promise<readonly ReadinessFault[]> | undefined
  return () => {
    running ??= readFaults(deps)
      .catch((error) => (error instanceof DatabaseFault && error.code === 'not-a-database' ? DAMAGED : UNREACHABLE))
      .finally(() => {
        running = undefined
      })
    return Promise.race([running, deps.database.sleep(LONGEST_READ_MS).then(() => UNREACHABLE)])
  }
}

async function freeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file))
  return bavail * bsize
}

async function readFaults(deps: ReadinessDeps): Promise<readonly ReadinessFault[]> {
  const faults: ReadinessFault[] = []
  for (const [code, isMet] of CONDITIONS) if (!(await isMet(deps))) faults.push({ code })
  return faults
}

export const APPLIED = `SELECT "migration_name" AS "name" FROM "_prisma_migrations"
  WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL ORDER BY "migration_name"`

/** While this process runs, another version may have changed the tables. */
async function isMigrated({ database }: ReadinessDeps): Promise<boolean> {
  const applied = await database.query.all<{ name: string }>(APPLIED)
  return applied.map(({ name }) => name).join() === (await migrationsOf(database.engine)).join()
}

const shipped = new Map<StoreDatabase['engine'], readonly string[]>()

export async function migrationsOf(engine: StoreDatabase['engine']): Promise<readonly string[]> {
  const names = shipped.get(engine) ?? (await readShipped(engine)).map(({ name }) => name)
  shipped.set(engine, names)
  return names
}

async function readShipped(engine: StoreDatabase['engine']) {
  if (engine === 'sqlite') return readMigrations()
  const { readPostgresqlMigrations } = await import('@wayproof/database/postgresql/postgresql-migrations')
  return readPostgresqlMigrations()
}

/** A restore may have put the database of another key in place. */
function hasOurKey({ database, keyring }: ReadinessDeps): Promise<boolean> {
  return withoutFault(async () => {
    const installation = await database.query.get<Installation>(INSTALLATION)
    if (installation) assertKeyOf(installation, keyring, null)
    return installation !== undefined
  })
}

/** The key may have been rotated on another machine while this process had no connection. */
function hasGeneration({ database, keyring }: ReadinessDeps): Promise<boolean> {
  return withoutFault(async () => (await assertGeneration(database.query, keyring)) > 0)
}

/** False if `isMet` throws DatabaseFault. */
async function withoutFault(isMet: () => Promise<boolean>): Promise<boolean> {
  try {
    return await isMet()
  } catch (error) {
    if (error instanceof DatabaseFault) return false
    throw error
  }
}
