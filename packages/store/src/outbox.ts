import type { Id, Ids, Instant } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Outbox } from '@wayproof/letters'
import { claimedLetter, type DueRow, SEALED_PARTS } from './claimed-letter.ts'
import { letterMarks } from './letter-marks.ts'
import type { Database } from './sqlite/database.ts'
import type { Sql } from './sqlite/sql.ts'

export interface OutboxDeps {
  readonly database: Database
  readonly keyring: Keyring
  readonly ids: Ids
}

const gone = `("letter"."recipient_kind" = 'traveler' AND NOT EXISTS
    (SELECT 1 FROM "traveler" WHERE "traveler"."id" = "letter"."recipient_id")
  OR "letter"."recipient_kind" = 'user' AND NOT EXISTS
    (SELECT 1 FROM "user" WHERE "user"."id" = "letter"."recipient_id")
  OR "letter"."recipient_kind" = 'rights-case' AND NOT EXISTS
    (SELECT 1 FROM "rights_case" WHERE "rights_case"."id" = "letter"."recipient_id" AND "contact_sealed" IS NOT NULL))`

const unsubscribed = `("letter"."recipient_kind" = 'traveler' AND EXISTS
    (SELECT 1 FROM "traveler" JOIN "suppression" ON "suppression"."email_key" = "traveler"."email_key"
     WHERE "traveler"."id" = "letter"."recipient_id"))`

const spent = `("letter"."kind" = 'rights-code' AND NOT EXISTS
    (SELECT 1 FROM "mailed_code" WHERE "mailed_code"."id" = json_extract("letter"."data", '$.codeId')
     AND "mailed_code"."expires_at" > @now))`

// A wave that is over takes its letters out of the outbox when it is closed; until then they only wait.
const due = `SELECT "id" FROM "letter" WHERE "state" = 'queued' AND "not_before" <= @now
    AND ("lease_until" IS NULL OR "lease_until" < @now)
    AND NOT EXISTS (SELECT 1 FROM "wave" WHERE "wave"."id" = "letter"."wave_id"
      AND ("wave"."status" <> 'open' OR "wave"."closes_at" <= @now))
  ORDER BY "not_before" LIMIT @limit`

const setAside = (reason: string, which: string) => `UPDATE "letter"
  SET "state" = 'suppressed', "reason" = '${reason}', "lease_until" = NULL, "fence" = "fence" + 1
  WHERE "id" IN (${due}) AND ${which}`

const take = `UPDATE "letter" SET "lease_until" = @leaseUntil, "fence" = "fence" + 1 WHERE "id" IN (${due})
  RETURNING "id", "fence", "attempts", "kind", "locale", "data", "recipient_kind", "recipient_id",
    ${SEALED_PARTS}`

/** The outbox in the database. Letters hold no address and no link; addresses are opened when a letter is claimed. */
export function outboxStore(deps: OutboxDeps): Outbox {
  const { database, keyring } = deps
  return {
    ...letterMarks(deps),

    post: (letters, now) =>
      database.write((sql) => letters.reduce((added, letter) => added + insert(sql, deps.ids.next(), letter, now), 0)),

    async claim(limit, now, leaseUntil) {
      // A look first: an empty outbox is asked often, and must not take the write lock.
      if (database.read(due).all({ now, limit: 1 }).length === 0) return []
      const rows = await database.write((sql) => {
        sql(setAside('recipient gone', gone)).run({ now, limit })
        sql(setAside('unsubscribed', unsubscribed)).run({ now, limit })
        sql(setAside('code expired', spent)).run({ now, limit })
        return sql<DueRow>(take).all({ now, leaseUntil, limit })
      })
      return rows.map((row) => claimedLetter(row, keyring))
    },

    async isSuppressed(letterId) {
      // A letter that is gone was deleted with its recipient.
      const text = `SELECT 1 FROM "letter" WHERE "id" = ? AND NOT (${gone} OR ${unsubscribed})`
      return database.read(text).get(letterId) === undefined
    },

    async counts() {
      const counted = { queued: 0, sent: 0, failed: 0, suppressed: 0 }
      const text = 'SELECT "state", count(*) AS "n" FROM "letter" GROUP BY "state"'
      for (const { state, n } of database.read<{ state: keyof typeof counted; n: number }>(text).all())
        counted[state] = n
      return counted
    },
  }
}

/** The wave is looked up, so that a wave's letters are found by it. Returns 1 when the letter is new. */
function insert(
  sql: Sql,
  id: Id,
  { letter, recipient, dedupeKey }: Parameters<Outbox['post']>[0][number],
  now: Instant,
) {
  const invitationId = 'invitationId' in letter.data ? letter.data.invitationId : null
  return sql(`INSERT INTO "letter" ("id", "kind", "recipient_kind", "recipient_id", "locale", "data", "dedupe_key",
      "wave_id", "state", "not_before", "created_at")
    VALUES (@id, @kind, @recipientKind, @recipientId, @locale, @data, @dedupeKey,
      (SELECT "wave_id" FROM "invitation" WHERE "id" = @invitationId), 'queued', @now, @now)
    ON CONFLICT ("dedupe_key") DO NOTHING`).run({
    id,
    kind: letter.kind,
    recipientKind: recipient.kind,
    recipientId: recipient.id,
    locale: letter.locale,
    data: JSON.stringify(letter.data),
    dedupeKey,
    invitationId,
    now,
  }).changes
}
