import type { Instant } from '@wayproof/kernel'
import { inSteps } from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { ReadSql } from '../engine/sql.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

/** Letters that waited when a backup was made may have gone out since: they are due on this day, which nobody reaches. */
const NEVER: Instant = Date.UTC(9999, 0, 1)

const HELD = `state = 'queued' AND not_before = ${NEVER}`

/** Holds all letters that wait until an officer releases them. Returns how many wait. */
export function holdLetters(database: Database, now: Instant): Promise<number> {
  return database.write((sql) => {
    sql('UPDATE installation SET restored_at = ?').run(now)
    return sql(`UPDATE letter SET not_before = ${NEVER}, lease_until = NULL, fence = fence + 1
      WHERE state = 'queued'`).run().changes
  })
}

export interface BackupState {
  /** When the last backup was made, and when the database was put back from one. */
  readonly backedUpAt: Instant | null
  readonly restoredAt: Instant | null
  /** Reminders among them in steps: each goes to somebody who has not answered. */
  readonly heldLetters: number
  /** Path of the journal that outlives the database. */
  readonly journal: string
  /** The journal lies beside the database, for BACKUP_DIR is not set. */
  readonly isFolderUnset: boolean
}

export interface BackupStore {
  state(): Promise<BackupState>
  /** Sends the letters that are held, from `now` on. Returns how many there were. */
  releaseLetters(now: Instant): Promise<number>
  /** Gives up the letters that are held. Returns how many there were. */
  dropLetters(): Promise<number>
}

/** How many letters are held, as far as it may be told. */
function publishedHeld(read: ReadSql): number {
  const held = read<{
    reminders: number
    others: number
  }>(`SELECT coalesce(sum(${isReminder('letter')}), 0) AS reminders,
    coalesce(sum(NOT ${isReminder('letter')}), 0) AS others FROM letter WHERE ${HELD}`).get()
  return held ? held.others + inSteps(held.reminders) : 0
}

const NO_MOMENTS = { backedUpAt: null, restoredAt: null }

export function backupStore(database: Database, place: Pick<BackupState, 'journal' | 'isFolderUnset'>): BackupStore {
  return {
    state: async () => {
      const { installation } = await database.records()
      const found = await installation.findUnique({
        where: { id: 1 },
        select: { backedUpAt: true, restoredAt: true },
      })
      const moments = recordOf<Pick<BackupState, 'backedUpAt' | 'restoredAt'>>(found ?? NO_MOMENTS)
      return { ...place, ...moments, heldLetters: publishedHeld((text) => database.read(text)) }
    },
    releaseLetters: (now) =>
      database.write((sql) => {
        const held = publishedHeld(sql)
        sql(`UPDATE letter SET not_before = ? WHERE ${HELD}`).run(now)
        return held
      }),
    dropLetters: () =>
      database.write((sql) => {
        const held = publishedHeld(sql)
        sql(`UPDATE letter SET state = 'suppressed', reason = 'restored' WHERE ${HELD}`).run()
        return held
      }),
  }
}
