import { type Clock, fail, type Id, type Instant, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { inChunks } from '../engine/in-chunks.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

/** A wave that is being written, under the id that it will have. */
export interface RunningOpening {
  readonly waveId: Id
  readonly period: PeriodKey
  readonly clock: Clock
}

/** Why none can be begun. */
export type OpeningFault = { readonly code: 'wave-exists' | 'other-wave-opening' }

/** A process that has not written for so long is dead; at first it reads and draws, which takes longer than a chunk. */
const LEASE_MS = 2 * 60_000
const FIRST_LEASE_MS = 10 * 60_000
/** Between two looks at an opening that somebody else has under way, and how often one looks: for half a minute. */
const WAIT_MS = 250
const MOST_LOOKS = 120
/** Rows in one transaction. */
const CHUNK = 1000

/**
 * Notes that a wave is being written, for what a killed process leaves of it to be found. One at a time, whatever the period:
 * two would ask the same people, each unaware of the other's letters. The second process waits, and goes on where the first
 * gave up. The fault is that the period has its wave, or that half a minute was not enough.
 */
export async function beginOpening(
  database: SqliteDatabase,
  { waveId, period, clock }: RunningOpening,
): Promise<Outcome<null, OpeningFault>> {
  for (let looks = 1; ; looks += 1) {
    await clearLapsedOpenings(database, clock.now())
    const begun = await database.write((sql) => {
      if (sql('SELECT 1 FROM wave WHERE period = ?').get(period)) return 'too late'
      return sql(`INSERT INTO wave_opening (wave_id, period, lease_until) SELECT ?, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM wave_opening)`).run(waveId, period, clock.now() + FIRST_LEASE_MS).changes
    })
    if (begun === 'too late') return fail('wave-exists')
    if (begun === 1) return ok(null)
    if (looks === MOST_LOOKS) return fail('other-wave-opening')
    await database.sleep(WAIT_MS)
  }
}

/** In each transaction that writes a part of it. Throws when somebody else took this process for dead. */
export function goOnOpening(sql: Sql, { waveId, clock }: RunningOpening): void {
  const leaseUntil = clock.now() + LEASE_MS
  const going = sql('UPDATE wave_opening SET lease_until = ? WHERE wave_id = ? AND lease_until IS NOT NULL')
  if (going.run(leaseUntil, waveId).changes !== 1)
    throw new Error('the opening of the wave took too long, and was undone')
}

/** In the transaction that writes the wave itself. */
export function endOpening(sql: Sql, opening: RunningOpening): void {
  goOnOpening(sql, opening)
  sql('DELETE FROM wave_opening WHERE wave_id = ?').run(opening.waveId)
}

/** Takes back what was written. */
export async function undoOpening(database: SqliteDatabase, { waveId }: RunningOpening): Promise<void> {
  await database.write((sql) => sql('UPDATE wave_opening SET lease_until = NULL WHERE wave_id = ?').run(waveId))
  await clearAbandoned(database)
}

/** Takes back what dead processes have written of waves that never were. */
export async function clearLapsedOpenings(database: SqliteDatabase, now: Instant): Promise<void> {
  if (!database.read('SELECT 1 FROM wave_opening LIMIT 1').get()) return
  // One that ends later than any could was given by a clock that has been set back since.
  await database.write((sql) =>
    sql('UPDATE wave_opening SET lease_until = NULL WHERE lease_until < ? OR lease_until > ?').run(
      now,
      now + FIRST_LEASE_MS,
    ),
  )
  await clearAbandoned(database)
}

/** No letter of theirs was ever claimed, and no link sent: there is no such wave. */
const clearAbandoned = (database: SqliteDatabase): Promise<void> =>
  inChunks(database, (sql) => {
    const abandoned = sql<{ id: Id }>('SELECT wave_id AS id FROM wave_opening WHERE lease_until IS NULL LIMIT 1').get()
    if (!abandoned) return 'done'
    const { id } = abandoned
    const remove = (table: string, which: string) =>
      sql(`DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${which} LIMIT ${CHUNK})`).run(id).changes
    if (remove('letter', `wave_id = ? AND state = 'queued'`) === CHUNK) return 'more'
    if (remove('invitation', 'wave_id = ?') === CHUNK) return 'more'
    sql('UPDATE improvement SET told_wave_id = NULL WHERE told_wave_id = ?').run(id)
    sql('DELETE FROM wave_opening WHERE wave_id = ?').run(id)
    return 'more'
  })
