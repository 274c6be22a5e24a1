import type { Id, Instant } from '@wayproof/kernel'
import type { Query } from '../engine/query/query.ts'
import type { ReadSql, Sql } from '../engine/sqlite/sql.ts'
import { sqliteDialect } from '../engine/sqlite/sqlite-dialect.ts'
import { type DueRow, SEALED_PARTS } from './claimed-letter.ts'
import { logSuppression } from './log-delivery.ts'
import { REASON_ASIDE, whyAside } from './why-aside.ts'

/** Which letters are looked for: all that are due at `now`, those of waves only with `surveys`. */
export interface Look {
  readonly now: Instant
  readonly surveys: boolean
  /** Letters that the claiming process still delivers: a changed clock may have ended their lease. */
  readonly inFlight: ReadonlySet<Id>
}

// A wave that is over takes its letters out of the outbox when it is closed; until then they only wait, as while paused.
const sending = `"wave"."status" = 'open' AND "wave"."closes_at" > @now AND "wave"."paused_at" IS NULL`

const sendingWaves = `SELECT "id" FROM "wave" WHERE ${sending} ORDER BY "opened_at", "id"`

const due = `"letter"."state" = 'queued' AND "letter"."not_before" <= @now
    AND ("letter"."lease_until" IS NULL OR "letter"."lease_until" < @now)`

/** SQL: whether any letter is due. Queue by queue, as below: letters of a wave that waits are not even passed over. */
export const ANY_DUE = `SELECT EXISTS (SELECT 1 FROM "letter" WHERE "letter"."wave_id" IS NULL AND ${due})
    OR @surveys AND EXISTS (SELECT 1 FROM "wave" CROSS JOIN "letter" ON "letter"."wave_id" = "wave"."id"
      WHERE ${sending} AND ${due}) AS "any"`

/**
 * SQL: the first letters of a `@queue` that are due, by the partial index in their order. The planner looks at a parameter
 * that stands alone after IS or LIMIT, and then plans anew each time the statement is run.
 */
export const FIRST_DUE = `SELECT "id", "fence" + 1 AS "fence", "attempts", "kind", "locale", "data", "recipient_kind", "recipient_id",
    ${whyAside(sqliteDialect)} AS "aside", ${SEALED_PARTS}
  FROM "letter" WHERE "letter"."wave_id" IS +@queue AND ${due} ORDER BY "letter"."not_before" LIMIT @limit + 0`

const setAside = `UPDATE "letter" SET "state" = 'suppressed', "lease_until" = NULL, "fence" = "fence" + 1,
    "reason" = ${REASON_ASIDE}
  WHERE "id" = @id`

const remove = 'DELETE FROM "letter" WHERE "id" = @id'

const renew = 'UPDATE "letter" SET "lease_until" = @leaseUntil WHERE "id" = @id'

const take = `UPDATE "letter" SET "lease_until" = @leaseUntil, "fence" = "fence" + 1
  WHERE "id" IN (SELECT "value" FROM json_each(@ids))`

/** Whether there is anything to claim. What it costs does not grow with the letters of waves that wait. */
export function anyDue(sql: ReadSql, { now, surveys }: Pick<Look, 'now' | 'surveys'>): boolean {
  return sql<{ any: 0 | 1 }>(ANY_DUE).get({ now, surveys: surveys ? 1 : 0 })?.any === 1
}

/** Leases up to `limit` letters; those that are not to be sent any more are marked so, or deleted, and left out. */
export async function takeDue(
  sql: Sql & Query,
  look: Look,
  limit: number,
  leaseUntil: Instant,
): Promise<readonly DueRow[]> {
  const taken: DueRow[] = []
  for (const queue of queues(sql, look)) {
    for (let found = -1; found !== 0 && taken.length < limit; ) {
      const rows = sql<DueRow>(FIRST_DUE).all({ queue, now: look.now, limit: limit - taken.length })
      found = rows.length
      const ids: Id[] = []
      for (const row of rows) {
        const { id, aside } = row
        if (look.inFlight.has(id)) sql(renew).run({ id, leaseUntil })
        else if (aside === 'answered') sql(remove).run({ id })
        else if (aside) {
          sql(setAside).run({ id, aside })
          await logSuppression(sql, id, look.now)
        } else {
          ids.push(id)
          taken.push(row)
        }
      }
      sql(take).run({ ids: JSON.stringify(ids), leaseUntil })
    }
  }
  return taken
}

/** Codes and other letters of no wave (null) first: somebody waits for them. Then the waves, the one opened first first. */
function queues(sql: ReadSql, { now, surveys }: Look): readonly (Id | null)[] {
  const waves = surveys ? sql<{ id: Id }>(sendingWaves).all({ now }) : []
  return [null, ...waves.map(({ id }) => id)]
}
