import { sharedWrites } from '@wayproof/database/shared-writes'
import type { Sql } from '@wayproof/database/sqlite/sql'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { sqliteDialect } from '@wayproof/database/sqlite/sqlite-dialect'
import { LOG_SUPPRESSION } from '@wayproof/journal/outbox/log-delivery'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { DueRow } from './claimed-letter.ts'
import {
  DELETE,
  type DueFilter,
  FIRST_DUE_OF_NO_WAVE,
  FIRST_DUE_OF_WAVE,
  RENEW,
  SENDING_WAVES,
  SKIP,
  sortDue,
  TAKE,
} from './due-letters.ts'
import type { LetterWork } from './letter-work.ts'

const text = {
  firstOfWave: FIRST_DUE_OF_WAVE(sqliteDialect),
  firstOfNoWave: FIRST_DUE_OF_NO_WAVE(sqliteDialect),
  renew: RENEW(sqliteDialect),
  take: TAKE(sqliteDialect),
  delete: DELETE(sqliteDialect),
  skip: SKIP(sqliteDialect),
  log: LOG_SUPPRESSION(sqliteDialect),
}

/** Claims and marks of letters on SQLite, where a transaction blocks all other writers. */
export const workOnSqlite = (database: SqliteDatabase): LetterWork => ({
  shared: sharedWrites(database),
  takeDue: async (look, limit, leaseUntil) => {
    // While marks are refused, letters would be sent again after each lease.
    await database.retryFailedSync()
    // If a power cut undoes this, the letters are only claimed again: their sender has ended as well.
    return database.writeBlocking('file', (sql) => takeDue(sql, look, limit, leaseUntil))
  },
})

/** A synchronous function, so that a claim takes no longer than its statements. */
function takeDue(sql: Sql, look: DueFilter, limit: number, leaseUntil: Instant): readonly DueRow[] {
  const { now, surveys, kind } = look
  const taken: DueRow[] = []
  const change = (statement: string, ids: readonly Id[], values: Readonly<Record<string, unknown>>) => {
    if (ids.length > 0) sql(statement).run({ ...values, ids: JSON.stringify(ids) })
  }
  const takeFrom = (queue: Id | null): void => {
    const first = queue === null ? text.firstOfNoWave : text.firstOfWave
    while (taken.length < limit) {
      const rows = sql<DueRow>(first).all({ queue, kind, now, limit: limit - taken.length })
      if (rows.length === 0) return
      const due = sortDue(rows, look)
      change(text.renew, due.inFlight, { leaseUntil })
      change(text.delete, due.answered, {})
      for (const { skipReason, ids } of due.skipped) {
        change(text.skip, ids, { skipReason })
        change(text.log, ids, { at: now })
      }
      const ids = due.taken.map(({ id }) => id)
      change(text.take, ids, { leaseUntil })
      taken.push(...due.taken)
    }
  }
  // Codes and other letters without a wave come first, because a person waits for them; then the waves in the order of
  // their opening.
  takeFrom(null)
  for (const { id } of surveys ? sql<{ id: Id }>(SENDING_WAVES).all({ now }) : []) takeFrom(id)
  return taken
}
