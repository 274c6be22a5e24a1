import type { Instant } from '@wayproof/kernel'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { dropHeld, publishedHeld, releaseHeld } from './held-letters.ts'

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

const NO_MOMENTS = { backedUpAt: null, restoredAt: null }

export function backupStore(
  database: QueryDatabase,
  place: Pick<BackupState, 'journal' | 'isFolderUnset'>,
): BackupStore {
  return {
    state: async () => {
      const { installation } = await database.records()
      const found = await installation.findUnique({
        where: { id: 1 },
        select: { backedUpAt: true, restoredAt: true },
      })
      const moments = recordOf<Pick<BackupState, 'backedUpAt' | 'restoredAt'>>(found ?? NO_MOMENTS)
      return { ...place, ...moments, heldLetters: await publishedHeld(database.query) }
    },
    releaseLetters: (now) => releaseHeld(database, now),
    dropLetters: () => dropHeld(database),
  }
}
