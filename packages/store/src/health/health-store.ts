import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '@wayproof/kernel'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { type Health, judgeHealth } from './health.ts'
import { queueByCause, type WaitingLetters } from './queue-by-cause.ts'
import { type ReadinessDeps, type ReadinessFault, readinessOf } from './readiness.ts'

export interface HealthStore {
  /** Reasons why this process should get no requests; empty if it is ready. Never throws, and takes 3 s at most. */
  readiness(): Promise<readonly ReadinessFault[]>
  /** The health of the installation at `now`. Never throws. */
  read(now: Instant): Promise<Health>
  /** The queue by cause at `now`, without reminders. */
  queue(now: Instant): Promise<readonly WaitingLetters[]>
}

/** The calendar's own rows: the end of its last look. */
const LAST_LOOK = `SELECT max("at") AS "at" FROM "job_run" WHERE "job" = 'calendar'`

// Letters of a wave wait for its hours or its pause; all others are sent as soon as they are due.
const OLDEST_DUE = `SELECT min("not_before") AS "at" FROM "letter"
  WHERE "wave_id" IS NULL AND "state" = 'queued' AND "not_before" <= @now`

export const healthStore = (database: StoreDatabase, deps: Omit<ReadinessDeps, 'database'>): HealthStore => ({
  readiness: readinessOf({ ...deps, database }),
  queue: (now) => queueByCause(database, now),
  read: async (now) =>
    judgeHealth({ freeShare: await freeShareOf(database), ...(await readDatabase(database, now)) }, now),
})

async function readDatabase({ query }: QueryDatabase, now: Instant) {
  try {
    const lastLook = (await query.get<{ at: Instant | null }>(LAST_LOOK))?.at ?? null
    const oldestDue = (await query.get<{ at: Instant | null }>(OLDEST_DUE, { now: new Date(now) }))?.at ?? null
    return { lastLook, oldestDue }
  } catch {
    return { lastLook: null, oldestDue: null }
  }
}

/** Null for a server, whose operator watches its disk. */
const freeShareOf = (database: StoreDatabase): Promise<number | null> =>
  database.engine === 'sqlite' ? freeShare(dirname(database.file)) : Promise.resolve(null)

/** The free share of the disk, 0 to 1; null if the system does not report it. */
async function freeShare(folder: string): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(folder)
    return blocks === 0 ? null : bavail / blocks
  } catch {
    return null
  }
}
