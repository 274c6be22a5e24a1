import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { canWrite } from '@wayproof/journal/kept-events/journal'
import type { Instant } from '@wayproof/kernel/clock'
import { type Health, judgeHealth, type Upkeep } from './health.ts'
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
  read: async (now) => {
    const places = { freeShare: await freeShareOf(database), unwritable: unwritableIn(deps) }
    return judgeHealth(
      { ...places, ...(await readDatabase(database, now)), upkeep: await upkeep(database, deps, now) },
      now,
    )
  },
})

function unwritableIn({ journal, waveKeys }: Omit<ReadinessDeps, 'database'>) {
  return [
    ...(journal !== undefined && !canWrite(dirname(journal)) ? (['backup-folder-unwritable'] as const) : []),
    ...(waveKeys?.canMake() === false ? (['wave-keys-unwritable'] as const) : []),
  ]
}

const UPKEEP = `SELECT backed_up_at AS "backedUpAt",
  (SELECT max("at") FROM audit_entry WHERE act = 'restore-proven') AS "restoreProvenAt",
  (SELECT min(created_at) FROM "user" WHERE EXISTS (SELECT 1 FROM organisation WHERE NOT sample)) AS "usedSince",
  (SELECT outcome FROM job_result WHERE job = 'prove-pdf' ORDER BY id DESC LIMIT 1) AS "pdf",
  (SELECT count(*) FROM officer_question WHERE kind = 'clock' AND ended_at IS NULL) AS "doubts"
  FROM installation`

interface UpkeepRow extends Pick<Upkeep, 'usedSince' | 'backedUpAt' | 'restoreProvenAt'> {
  readonly pdf: string | null
  readonly doubts: number
}

const NO_UPKEEP: Upkeep = {
  ...{ usedSince: null, backedUpAt: null, restoreProvenAt: null },
  ...{ isPdfFailing: false, isClockDoubted: false, areKeysAmongData: false },
}

/** The audit log is long, and a probe comes every few seconds. */
const UPKEEP_EVERY_MS = 60_000
const read = new WeakMap<StoreDatabase, { readonly at: Instant; readonly upkeep: Upkeep }>()

async function upkeep(
  database: StoreDatabase,
  { waveKeys, dataFolders = [] }: Omit<ReadinessDeps, 'database'>,
  now: Instant,
): Promise<Upkeep> {
  const last = read.get(database)
  if (last && now >= last.at && now < last.at + UPKEEP_EVERY_MS) return last.upkeep
  try {
    const row = await database.query.get<UpkeepRow>(UPKEEP)
    if (!row) return NO_UPKEEP
    const { pdf, doubts, ...moments } = row
    const found = {
      ...moments,
      isPdfFailing: pdf === 'failed',
      isClockDoubted: Number(doubts) > 0,
      areKeysAmongData: waveKeys?.isInside(dataFolders) ?? false,
    }
    read.set(database, { at: now, upkeep: found })
    return found
  } catch {
    return NO_UPKEEP
  }
}

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
