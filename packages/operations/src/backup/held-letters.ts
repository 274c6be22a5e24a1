import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertAuditEntry, insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import { isReminder } from '@wayproof/survey/reminders/reminder-kind'
import { inLetterSteps } from '@wayproof/survey/waves/wave-figures'

/** Letters that waited in a backup may have been sent since, so a restore makes them due on this day. */
const never = new Date(Date.UTC(9999, 0, 1))

const HELD = `state = 'queued' AND not_before = @never`

/** Withholds all waiting letters of a restored database until an officer releases them. Returns their number. */
export function holdLetters(database: QueryDatabase, now: Instant): Promise<number> {
  return database.write(async (query) => {
    await query.run('UPDATE installation SET restored_at = @now', { now: new Date(now) })
    await insertAuditEntry(query, { act: 'restored', at: now })
    return query.run(
      `UPDATE letter SET not_before = @never, lease_until = NULL, fence = fence + 1 WHERE state = 'queued'`,
      { never },
    )
  })
}

/** Sends the withheld letters from `now` on. Returns their published number. */
export function releaseHeld(database: QueryDatabase, now: Instant): Promise<number> {
  return database.write(async (query) => {
    const withheld = await publishedHeld(query)
    await query.run(`UPDATE letter SET not_before = @now WHERE ${HELD}`, { now: new Date(now), never })
    await insertAuditEntry(query, { act: 'letters-released', at: now, details: { count: withheld } })
    return withheld
  })
}

/** Cancels the withheld letters. Returns their published number. */
export function dropHeld(database: QueryDatabase): Promise<number> {
  return database.write(async (query) => {
    const withheld = await publishedHeld(query)
    await query.run(`UPDATE letter SET state = 'suppressed', reason = 'restored' WHERE ${HELD}`, { never })
    await insertUserAct(query, { act: 'letters-canceled', details: { count: withheld } })
    return withheld
  })
}

/** The published number of withheld letters. */
export async function publishedHeld(query: ReadQuery): Promise<number> {
  const withheld = await query.get<{ reminders: number; others: number }>(
    `SELECT count(CASE WHEN ${isReminder('letter')} THEN 1 END) AS reminders,
      count(CASE WHEN NOT ${isReminder('letter')} THEN 1 END) AS others FROM letter WHERE ${HELD}`,
    { never },
  )
  return withheld ? withheld.others + inLetterSteps(withheld.reminders) : 0
}
