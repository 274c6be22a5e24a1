import { dirname } from 'node:path'
import type { DatabasePlace, ServerPlace } from '@wayproof/database/installation/database-place'
import type { MigratedDeps } from '@wayproof/database/installation/migrated-deps'
import { integrityFaults } from '@wayproof/database/sqlite/integrity'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { ThreadCalls } from '@wayproof/database/threads/thread-calls'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type { AnonymityAttack } from '../anonymity/attack-anonymity.ts'
import { removeLeftCopies } from '../anonymity/copy-folder.ts'
import { attackPostgresql } from '../anonymity/postgresql/attack-postgresql.ts'
import { openSqliteFile } from '../installation/open-sqlite-file.ts'

/** A database of either engine, with the differences that are not statements. */
export interface OpenedDatabase {
  readonly database: StoreDatabase
  /** The folder of its file; null on a server. */
  readonly folder: string | null
  /** Ties between answers and people that the database reveals in a wave; null if there is no such wave. */
  anonymity(period: PeriodKey): Promise<WaveAnonymity | null>
  /** Dangling references and damage of a file, in the words of the database. */
  integrityFaults(): Promise<readonly string[]>
  /** The time of a server's clock; null for a file, whose processes share the clock of their machine. */
  databaseTime(): Promise<Instant | null>
}

const NOW = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now'

/** Opens a database, migrates it to this version and compares its key. Throws DatabaseFault. */
export const openDatabase = (place: DatabasePlace, deps: MigratedDeps): Promise<OpenedDatabase> =>
  place.engine === 'sqlite' ? openFile(place.file, deps) : openServer(place, deps)

async function openFile(file: string, deps: MigratedDeps): Promise<OpenedDatabase> {
  const database = await openSqliteFile(file, deps)
  removeLeftCopies(file)
  return {
    database,
    folder: dirname(file),
    anonymity: async (period) => (await attackOnThread({ file, period, now: deps.clock.now() }))[0] ?? null,
    integrityFaults: () => database.readSnapshot(integrityFaults),
    databaseTime: async () => null,
  }
}

async function openServer(place: ServerPlace, deps: MigratedDeps): Promise<OpenedDatabase> {
  const { openPostgresql } = await import('../installation/open-postgresql.ts')
  const database = await openPostgresql(place, deps)
  return {
    database,
    folder: null,
    anonymity: async (period) => (await attackPostgresql(database, { period, now: deps.clock.now() }))[0] ?? null,
    integrityFaults: async () => [],
    databaseTime: async () => (await database.query.get<{ now: Instant }>(NOW))?.now ?? null,
  }
}

/**
 * Most memory of the attack: it grows with the invited people of a wave, by some hundred bytes each, and not with the
 * file.
 */
const MEGABYTES = { young: 4, old: 4096 }

/** Runs `attackAnonymity` on a thread, so that the event loop stays free. */
async function attackOnThread(attack: AnonymityAttack): Promise<readonly WaveAnonymity[]> {
  const thread = new ThreadCalls(new URL('../anonymity/attack-worker.ts', import.meta.url), null, MEGABYTES)
  try {
    return await thread.call(attack)
  } finally {
    await thread.close()
  }
}
