import type { Instant } from '@wayproof/kernel'
import { inSteps } from '@wayproof/survey'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

/** Letters that waited when a backup was made may have gone out since, so a restore makes them due on this day. */
const NEVER: Instant = Date.UTC(9999, 0, 1)

const HELD = `state = 'queued' AND not_before = ${NEVER}`

/** Holds all waiting letters of a restored database until an officer releases them. Returns how many wait. */
export function holdLetters(database: SqliteDatabase, now: Instant): Promise<number> {
  return database.write((sql) => {
    sql('UPDATE installation SET restored_at = ?').run(now)
    return sql(`UPDATE letter SET not_before = ${NEVER}, lease_until = NULL, fence = fence + 1
      WHERE state = 'queued'`).run().changes
  })
}

/** Sends the held letters from `now` on. Returns how many there were, as far as that may be published. */
export function releaseHeld(database: SqliteDatabase, now: Instant): Promise<number> {
  return database.write((sql) => {
    const held = publishedHeld(sql)
    sql(`UPDATE letter SET not_before = ? WHERE ${HELD}`).run(now)
    return held
  })
}

/** Gives up the held letters. Returns how many there were, as far as that may be published. */
export function dropHeld(database: SqliteDatabase): Promise<number> {
  return database.write((sql) => {
    const held = publishedHeld(sql)
    sql(`UPDATE letter SET state = 'suppressed', reason = 'restored' WHERE ${HELD}`).run()
    return held
  })
}

/** Counts the held letters, as far as that may be published. */
export function publishedHeld(read: ReadSql): number {
  const held = read<{
    reminders: number
    others: number
  }>(`SELECT coalesce(sum(${isReminder('letter')}), 0) AS reminders,
    coalesce(sum(NOT ${isReminder('letter')}), 0) AS others FROM letter WHERE ${HELD}`).get()
  return held ? held.others + inSteps(held.reminders) : 0
}
