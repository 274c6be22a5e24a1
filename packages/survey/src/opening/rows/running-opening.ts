import { inChunks } from '@wayproof/database/in-chunks'
import type { Query } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

/** A wave that is being written, under its future id. */
export interface RunningOpening {
  readonly waveId: Id
  readonly period: PeriodKey
  readonly clock: Clock
}

/** Why an opening cannot begin. */
export type OpeningFault = { readonly code: 'wave-exists' | 'other-wave-opening' }

/**
 * A process that has not written for this long counts as dead; at first it reads and draws, which takes longer than a
 * chunk.
 */
const LEASE_MS = 2 * 60_000
const FIRST_LEASE_MS = 10 * 60_000
/** Pause between two checks of another opening, and the number of checks: 30 seconds in total. */
const WAIT_MS = 250
const MOST_LOOKS = 120
/** Rows in one transaction. */
const CHUNK = 1000

const BEGIN = `INSERT INTO wave_opening (wave_id, period, lease_until) SELECT @waveId, @period, @leaseUntil
  WHERE NOT EXISTS (SELECT 1 FROM wave_opening)`

/**
 * Records that a wave is being written, so that the rows of a killed process can be found. Only one opening runs at a
 * time, whatever the period: two would ask the same people, each without counting the letters of the other. A second
 * process waits, and continues if the first one failed. Faults: the period has a wave, or 30 seconds were not enough.
 */
export async function beginOpening(
  database: QueryDatabase,
  { waveId, period, clock }: RunningOpening,
): Promise<Outcome<null, OpeningFault>> {
  for (let looks = 1; ; looks += 1) {
    await clearLapsedOpenings(database, clock.now())
    const begun = await database.write(async (query) => {
      if (await query.get('SELECT 1 FROM wave WHERE period = @period', { period })) return 'too late'
      return query.run(BEGIN, { waveId, period, leaseUntil: new Date(clock.now() + FIRST_LEASE_MS) })
    })
    if (begun === 'too late') return fail('wave-exists')
    if (begun === 1) return ok(null)
    if (looks === MOST_LOOKS) return fail('other-wave-opening')
    await database.sleep(WAIT_MS)
  }
}

const RENEW = 'UPDATE wave_opening SET lease_until = @leaseUntil WHERE wave_id = @waveId AND lease_until IS NOT NULL'

/** For each transaction that writes a part of the wave. Throws if another process considered this one dead. */
export async function renewOpening(query: Query, { waveId, clock }: RunningOpening): Promise<void> {
  if ((await query.run(RENEW, { waveId, leaseUntil: new Date(clock.now() + LEASE_MS) })) !== 1)
    throw new Error('the opening of the wave took too long and was rolled back')
}

const DELETE = 'DELETE FROM wave_opening WHERE wave_id = @waveId'

/** For the transaction that writes the wave itself. */
export async function endOpening(query: Query, opening: RunningOpening): Promise<void> {
  await renewOpening(query, opening)
  await query.run(DELETE, { waveId: opening.waveId })
}

/** Deletes the rows of an opening. */
export async function undoOpening(database: QueryDatabase, { waveId }: RunningOpening): Promise<void> {
  await database.write((query) =>
    query.run('UPDATE wave_opening SET lease_until = NULL WHERE wave_id = @waveId', { waveId }),
  )
  await clearAbandoned(database)
}

/** Deletes rows of dead processes whose waves were never written. */
export async function clearLapsedOpenings(database: QueryDatabase, now: Instant): Promise<void> {
  if (!(await database.query.get('SELECT 1 FROM wave_opening LIMIT 1'))) return
  // A lease beyond the longest possible one came from a clock that has been set back since.
  await database.write((query) =>
    query.run('UPDATE wave_opening SET lease_until = NULL WHERE lease_until < @now OR lease_until > @latest', {
      now: new Date(now),
      latest: new Date(now + FIRST_LEASE_MS),
    }),
  )
  await clearAbandoned(database)
}

const ABANDONED = 'SELECT wave_id AS waveId FROM wave_opening WHERE lease_until IS NULL LIMIT 1'

const DELETE_SOME = (table: 'letter' | 'invitation', condition = ''): string =>
  `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE wave_id = @waveId ${condition} LIMIT ${CHUNK})`

/** Deletes invitations and letters without a wave: no letter was ever claimed, and no link sent. */
const clearAbandoned = (database: QueryDatabase): Promise<void> =>
  inChunks(database, async (query) => {
    const abandoned = await query.get<{ waveId: Id }>(ABANDONED)
    if (!abandoned) return 'done'
    if ((await query.run(DELETE_SOME('letter', "AND state = 'queued'"), abandoned)) === CHUNK) return 'more'
    if ((await query.run(DELETE_SOME('invitation'), abandoned)) === CHUNK) return 'more'
    await query.run('UPDATE improvement SET told_wave_id = NULL WHERE told_wave_id = @waveId', abandoned)
    await query.run(DELETE, abandoned)
    return 'more'
  })
