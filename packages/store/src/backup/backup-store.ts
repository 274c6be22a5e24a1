import type { Instant } from '@wayproof/kernel'
import type { Database } from '../sqlite/database.ts'

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

export function backupStore(database: Database, place: Pick<BackupState, 'journal' | 'isFolderUnset'>): BackupStore {
  return {
    state: async () => {
      const held = database.read<{ count: number }>(`SELECT count(*) AS count FROM letter WHERE ${HELD}`).get()
      const known = database
        .read<Pick<BackupState, 'backedUpAt' | 'restoredAt'>>(
          'SELECT backed_up_at AS backedUpAt, restored_at AS restoredAt FROM installation',
        )
        .get()
      const { backedUpAt = null, restoredAt = null } = known ?? {}
      return { ...place, backedUpAt, restoredAt, heldLetters: held?.count ?? 0 }
    },
    releaseLetters: (now) =>
      database.write((sql) => sql(`UPDATE letter SET not_before = ? WHERE ${HELD}`).run(now).changes),
    dropLetters: () =>
      database.write(
        (sql) => sql(`UPDATE letter SET state = 'suppressed', reason = 'restored' WHERE ${HELD}`).run().changes,
      ),
  }
}
