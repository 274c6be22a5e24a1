import type { Ids } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { LetterStanding, Outbox } from '@wayproof/letters'
import { claimedLetter, type DueRow, SEALED_PARTS } from './claimed-letter.ts'
import { insertLetter } from './insert-letter.ts'
import { letterMarks } from './letter-marks.ts'
import type { Database } from './sqlite/database.ts'
import { sharedWrites } from './sqlite/shared-writes.ts'
import { WHY_SUPPRESSED } from './why-suppressed.ts'

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

const suppressed = `("letter"."recipient_kind" = 'traveler' AND EXISTS
    (SELECT 1 FROM "traveler" WHERE "traveler"."id" = "letter"."recipient_id"
     AND (NOT "adult" OR NOT "basis_holds" OR EXISTS
       (SELECT 1 FROM "suppression" WHERE "suppression"."email_key" = "traveler"."email_key"))))`

const spent = `("letter"."kind" = 'rights-code' AND NOT EXISTS
    (SELECT 1 FROM "mailed_code" WHERE "mailed_code"."id" = json_extract("letter"."data", '$.codeId')
     AND "mailed_code"."expires_at" > @now))`

// A wave that is over takes its letters out of the outbox when it is closed; until then they only wait, as while paused.
const held = `EXISTS (SELECT 1 FROM "wave" WHERE "wave"."id" = "letter"."wave_id"
    AND ("wave"."status" <> 'open' OR "wave"."closes_at" <= @now OR "wave"."paused_at" IS NOT NULL))`

const due = `"state" = 'queued' AND "not_before" <= @now
    AND ("lease_until" IS NULL OR "lease_until" < @now) AND NOT ${held}
    AND (@surveys = 1 OR "wave_id" IS NULL)
  ORDER BY "not_before" LIMIT @limit`

const anyDue = `SELECT 1 FROM "letter" WHERE ${due}`

const look = `SELECT "id", "fence" + 1 AS "fence", "attempts", "kind", "locale", "data", "recipient_kind", "recipient_id",
    CASE WHEN ${gone} THEN 'gone' WHEN ${suppressed} THEN 'suppressed' WHEN ${spent} THEN 'spent' END AS "aside",
    ${SEALED_PARTS}
  FROM "letter" WHERE ${due}`

const standing = `SELECT CASE WHEN ${gone} OR ${suppressed} OR ${spent} THEN 'suppressed'
    WHEN "letter"."state" <> 'queued' OR ${held} THEN 'held' ELSE 'due' END AS "standing"
  FROM "letter" WHERE "id" = @letterId`

const setAside = `UPDATE "letter" SET "state" = 'suppressed', "lease_until" = NULL, "fence" = "fence" + 1,
    "reason" = CASE @aside WHEN 'gone' THEN 'recipient gone' WHEN 'spent' THEN 'code expired' ELSE ${WHY_SUPPRESSED} END
  WHERE "id" = @id`

const take = `UPDATE "letter" SET "lease_until" = @leaseUntil, "fence" = @fence WHERE "id" = @id`

/** The outbox in the database. Letters hold no address and no link; addresses are opened when a letter is claimed. */
export function outboxStore(deps: OutboxDeps): Outbox {
  const { database, keyring } = deps
  const shared = sharedWrites(database)
  return {
    ...letterMarks({ ...deps, shared }),

    post: (letters, now) =>
      database.write((sql) =>
        letters.reduce((added, letter) => added + insertLetter(sql, deps.ids.next(), letter, now), 0),
      ),

    async claim(limit, now, leaseUntil, mayWriteToTravelers = true) {
      const surveys = mayWriteToTravelers ? 1 : 0
      // A look first: an empty outbox is asked often, and must not take the write lock.
      if (!database.read(anyDue).get({ now, surveys, limit: 1 })) return []
      // What a power cut takes back of this is only claimed again: whoever held it is gone as well.
      const rows = await database.writeUnsynced((sql) => {
        const taken: DueRow[] = []
        for (let found = -1; found !== 0 && taken.length < limit; ) {
          const rows = sql<DueRow>(look).all({ now, surveys, limit: limit - taken.length })
          found = rows.length
          for (const row of rows) {
            const { id, fence, aside } = row
            if (aside) sql(setAside).run({ id, aside })
            else {
              sql(take).run({ id, fence, leaseUntil })
              taken.push(row)
            }
          }
        }
        return taken
      })
      return rows.map((row) => claimedLetter(row, keyring))
    },

    standing: async (letterId, now) => {
      const row = database.read<{ standing: LetterStanding }>(standing).get({ letterId, now })
      // A letter that is gone was deleted with its recipient.
      return row?.standing ?? 'suppressed'
    },

    async counts() {
      const counted = { queued: 0, sent: 0, failed: 0, suppressed: 0, bounced: 0, complained: 0 }
      const text = 'SELECT "state", count(*) AS "n" FROM "letter" GROUP BY "state"'
      for (const { state, n } of database.read<{ state: keyof typeof counted; n: number }>(text).all())
        counted[state] = n
      return counted
    },
  }
}
