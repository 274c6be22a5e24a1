import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { Query, Statement, Values } from '@wayproof/database/query/query'
import { sharedWrites } from '@wayproof/database/shared-writes'
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

/**
 * Claims and marks of letters on PostgreSQL. A claim skips rows that another one has locked, and a mark changes one
 * letter by its fence, so READ COMMITTED is enough.
 */
export function workOnPostgresql(database: PostgresqlDatabase): LetterWork {
  const writeUnsynced = <T>(work: (query: Query) => Promise<T>) => database.writeLocked(work, { synced: false })
  const { sleep } = database
  return {
    shared: sharedWrites({ writeUnsynced, sync: () => database.sync(), sleep }),
    takeDue: (look, limit, leaseUntil) => writeUnsynced((query) => takeDue(query, look, limit, leaseUntil)),
  }
}

/** Does the same as on SQLite (outbox-on-sqlite.ts). */
async function takeDue(query: Query, look: DueFilter, limit: number, until: Instant): Promise<readonly DueRow[]> {
  const now = new Date(look.now)
  const leaseUntil = new Date(until)
  const taken: DueRow[] = []
  const change = async (statement: Statement, ids: readonly Id[], values: Values) => {
    if (ids.length > 0) await query.run(statement, { ...values, ids })
  }
  const takeFrom = async (queue: Id | null): Promise<void> => {
    const first = queue === null ? FIRST_DUE_OF_NO_WAVE : FIRST_DUE_OF_WAVE
    while (taken.length < limit) {
      const rows = await query.all<DueRow>(first, { queue, kind: look.kind, now, limit: limit - taken.length })
      if (rows.length === 0) return
      const due = sortDue(rows, look)
      await change(RENEW, due.inFlight, { leaseUntil })
      await change(DELETE, due.answered, {})
      for (const { skipReason, ids } of due.skipped) {
        await change(SKIP, ids, { skipReason })
        await change(LOG_SUPPRESSION, ids, { at: now })
      }
      const ids = due.taken.map(({ id }) => id)
      await change(TAKE, ids, { leaseUntil })
      taken.push(...due.taken)
    }
  }
  await takeFrom(null)
  for (const { id } of look.surveys ? await query.all<{ id: Id }>(SENDING_WAVES, { now }) : []) await takeFrom(id)
  return taken
}
