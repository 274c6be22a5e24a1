import type { Instant } from '@wayproof/kernel'
import { inSteps } from '@wayproof/survey'
import type { ReadQuery } from '../engine/query/query.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

/** Letters that waited when a backup was made may have gone out since, so a restore makes them due on this day. */
const never = new Date(Date.UTC(9999, 0, 1))

const HELD = `state = 'queued' AND not_before = @never`

/** Holds all waiting letters of a restored database until an officer releases them. Returns how many wait. */
export function holdLetters(database: QueryDatabase, now: Instant): Promise<number> {
  return database.write(async (query) => {
    await query.run('UPDATE installation SET restored_at = @now', { now: new Date(now) })
    return query.run(
      `UPDATE letter SET not_before = @never, lease_until = NULL, fence = fence + 1 WHERE state = 'queued'`,
      { never },
    )
  })
}

/** Sends the held letters from `now` on. Returns how many there were, as far as that may be published. */
export function releaseHeld(database: QueryDatabase, now: Instant): Promise<number> {
  return database.write(async (query) => {
    const held = await publishedHeld(query)
    await query.run(`UPDATE letter SET not_before = @now WHERE ${HELD}`, { now: new Date(now), never })
    return held
  })
}

/** Gives up the held letters. Returns how many there were, as far as that may be published. */
export function dropHeld(database: QueryDatabase): Promise<number> {
  return database.write(async (query) => {
    const held = await publishedHeld(query)
    await query.run(`UPDATE letter SET state = 'suppressed', reason = 'restored' WHERE ${HELD}`, { never })
    return held
  })
}

/** Counts the held letters, as far as that may be published. */
export async function publishedHeld(query: ReadQuery): Promise<number> {
  const held = await query.get<{ reminders: number; others: number }>(
    `SELECT count(CASE WHEN ${isReminder('letter')} THEN 1 END) AS reminders,
      count(CASE WHEN NOT ${isReminder('letter')} THEN 1 END) AS others FROM letter WHERE ${HELD}`,
    { never },
  )
  return held ? held.others + inSteps(held.reminders) : 0
}
