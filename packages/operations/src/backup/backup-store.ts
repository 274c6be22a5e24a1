import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Instant } from '@wayproof/kernel/clock'
import { dropHeld, publishedHeld, releaseHeld } from './held-letters.ts'

export interface BackupState {
  /** Moments of the last backup and of the last restore. */
  readonly backedUpAt: Instant | null
  readonly restoredAt: Instant | null
  /** When a restore was last proven by `doctor --restore`. */
  readonly restoreProvenAt: Instant | null
  /**
   * Number of withheld letters. Reminders among them are counted in steps, because each goes to a person who has not
   * answered.
   */
  readonly heldLetters: number
  /** Path of the journal that outlives the database. */
  readonly journal: string
  /** True if the journal is beside the database, because BACKUP_DIR is not set. */
  readonly isFolderUnset: boolean
}

export interface BackupStore {
  state(): Promise<BackupState>
  /** Sends the withheld letters from `now` on. Returns their number. */
  releaseLetters(now: Instant): Promise<number>
  /** Cancels the withheld letters. Returns their number. */
  dropLetters(): Promise<number>
}

const PROVEN = `SELECT max(at) AS at FROM audit_entry WHERE act = 'restore-proven'`

const NO_MOMENTS = { backedUpAt: null, restoredAt: null }

export function backupStore(
  database: QueryDatabase,
  place: Pick<BackupState, 'journal' | 'isFolderUnset'>,
): BackupStore {
  return {
    state: async () => {
      const { installation } = await database.records()
      const row = await installation.findUnique({
        where: { id: 1 },
        select: { backedUpAt: true, restoredAt: true },
      })
      const moments = recordOf<Pick<BackupState, 'backedUpAt' | 'restoredAt'>>(row ?? NO_MOMENTS)
      const proven = await database.query.get<{ at: Instant | null }>(PROVEN)
      const heldLetters = await publishedHeld(database.query)
      return { ...place, ...moments, restoreProvenAt: proven?.at ?? null, heldLetters }
    },
    releaseLetters: (now) => releaseHeld(database, now),
    dropLetters: () => dropHeld(database),
  }
}
