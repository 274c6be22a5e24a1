import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import { overwriteNow } from '@wayproof/database/sqlite/overwrite-deleted'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { type DeletionProof, proveDeletion, readProofs } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { RETENTION_DAYS } from '@wayproof/journal/deletion-proofs/retention-days'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { clearLapsedOpenings } from '@wayproof/survey/opening/rows/running-opening'
import type { DueDeletion, Today } from './due-deletion.ts'
import { DUE_DELETIONS } from './due-deletions.ts'
import { proofReaders } from './proof-readers.ts'

export interface DeletedNow {
  /** Rows whose proofs every reader sees: the run of the job and the log show their number. */
  readonly rows: number
  /** True if the file contains no bytes of rows deleted now or before. */
  readonly overwritten: boolean
}

export interface RetentionStore {
  /** Deletes expired data and proves it, in short transactions, then overwrites the bytes. Safe to repeat. */
  deleteDue(now: Instant): Promise<DeletedNow>
  /** Proofs of deletion, newest day first, at most 1,000. */
  proofs(): Promise<readonly DeletionProof[]>
}

/** Most chunks of one rule in a night, 10 million rows; the rest follows in the next night. */
const MOST_CHUNKS = 20_000
const PROOFS_SHOWN = 1_000

export function retentionStore(database: StoreDatabase, { timeZone }: { readonly timeZone: string }): RetentionStore {
  return {
    deleteDue: async (now) => {
      const today = { now, day: dateAt(now, timeZone) }
      let rows = 0
      await clearLapsedOpenings(database, now)
      for (const deletion of DUE_DELETIONS) rows += await carryOut(database, deletion, today)
      return { rows, overwritten: await overwriteNow(database, now) }
    },
    proofs: () => readProofs(database.query, PROOFS_SHOWN),
  }
}

async function carryOut(database: StoreDatabase, { rule, remove }: DueDeletion, today: Today): Promise<number> {
  let rows = 0
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) {
    const removed = await database.write(async (query) => {
      const counts = await remove(query, today)
      await proveDeletion(query, { day: today.day, rule, days: RETENTION_DAYS[rule] }, counts)
      return counts
    })
    if (Object.values(removed).every((count) => count === 0)) break
    for (const [table, count] of Object.entries(removed)) if (!proofReaders({ rule, table })) rows += count
    // Lets other writers that wait for the lock go first.
    await database.sleep(CHUNK_PAUSE_MS)
  }
  return rows
}
