import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '@wayproof/kernel'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { type Health, judgeHealth } from './health.ts'

export interface HealthStore {
  /** The health of the installation at `now`. Never throws: an unreadable database is a finding. */
  read(now: Instant): Promise<Health>
}

/** The calendar's own rows: the end of its last look. */
const LAST_LOOK = `SELECT max("at") AS "at" FROM "job_run" WHERE "job" = 'calendar'`

// Letters of a wave wait for its hours or its pause; all others are sent as soon as they are due.
const OLDEST_DUE = `SELECT min("not_before") AS "at" FROM "letter"
  WHERE "wave_id" IS NULL AND "state" = 'queued' AND "not_before" <= @now`

export function healthStore(database: StoreDatabase): HealthStore {
  return {
    read: async (now) => judgeHealth({ ...(await readFile(database)), ...(await readDatabase(database, now)) }, now),
  }
}

/** The operator of a PostgreSQL server watches its disk and the damage of its files. */
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

/** The free share of the disk, 0 to 1; null if the system does not report it. */
async function freeShare(folder: string): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(folder)
    return blocks === 0 ? null : bavail / blocks
  } catch {
    return null
  }
}
