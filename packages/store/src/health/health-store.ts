import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '@wayproof/kernel'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { type Health, judgeHealth } from './health.ts'

export interface HealthStore {
  /** How the installation is at `now`. Never throws: a database that cannot be read is a finding. */
  read(now: Instant): Promise<Health>
}

/** The calendar's own rows: when its last look ended. */
const LAST_LOOK = `SELECT max("at") AS "at" FROM "job_run" WHERE "job" = 'calendar'`

// Letters of a wave wait for its hours, or for its pause; the others are sent as soon as they are due.
const OLDEST_DUE = `SELECT min("not_before") AS "at" FROM "letter"
  WHERE "wave_id" IS NULL AND "state" = 'queued' AND "not_before" <= @now`

export function healthStore(database: StoreDatabase): HealthStore {
  return {
    read: async (now) => judgeHealth({ ...(await readFile(database)), ...(await readDatabase(database, now)) }, now),
  }
}

/** The disk of a PostgreSQL server, and what is broken in its files, are its operator's to watch. */
async function readFile(database: StoreDatabase) {
  if (database.engine === 'postgresql') return { isDatabaseDamaged: false, freeShare: null }
  return { isDatabaseDamaged: database.damage.read() !== null, freeShare: await freeShare(dirname(database.file)) }
}

async function readDatabase({ query }: QueryDatabase, now: Instant) {
  try {
    const lastLook = (await query.get<{ at: Instant | null }>(LAST_LOOK))?.at ?? null
    const oldestDue = (await query.get<{ at: Instant | null }>(OLDEST_DUE, { now: new Date(now) }))?.at ?? null
    return { isDatabaseReadable: true, lastLook, oldestDue }
  } catch {
    return { isDatabaseReadable: false, lastLook: null, oldestDue: null }
  }
}

/** The share of the disk that is free, 0 to 1; null where the system does not say. */
async function freeShare(folder: string): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(folder)
    return blocks === 0 ? null : bavail / blocks
  } catch {
    return null
  }
}
