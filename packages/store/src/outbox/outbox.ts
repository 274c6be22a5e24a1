import type { Id, Ids } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { ClaimedLetter, LetterEligibility, Outbox } from '@wayproof/letters'
import { sharedWrites } from '../engine/shared-writes.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { sqliteDialect } from '../engine/sqlite/sqlite-dialect.ts'
import { isReminder } from '../reminders/reminder-kind.ts'
import { claimedLetter } from './claimed-letter.ts'
import { anyDue, takeDue } from './due-letters.ts'
import { insertLetter } from './insert-letter.ts'
import { letterMarks } from './letter-marks.ts'
import { whyAside } from './why-aside.ts'

export interface OutboxDeps {
  readonly database: SqliteDatabase
  readonly keyring: Keyring
  readonly ids: Ids
}

const held = `EXISTS (SELECT 1 FROM "wave" WHERE "wave"."id" = "letter"."wave_id"
    AND ("wave"."status" <> 'open' OR "wave"."closes_at" <= @now OR "wave"."paused_at" IS NOT NULL))`

const eligibility = `SELECT CASE WHEN ${whyAside(sqliteDialect)} IS NOT NULL THEN 'suppressed'
    WHEN "letter"."state" <> 'queued' OR ${held} THEN 'held' ELSE 'due' END AS "eligibility"
  FROM "letter" WHERE "id" = @letterId`

/** The outbox in the database. Letters hold no address and no link; addresses are opened when a letter is claimed. */
export function outboxStore(deps: OutboxDeps): Outbox {
  const { database, keyring } = deps
  const marks = letterMarks({ ...deps, shared: sharedWrites(database) })
  return {
    ...marks,

    post: (letters, now) =>
      database.write(async (query) => {
        let added = 0
        for (const letter of letters) added += await insertLetter(query, deps.ids.next(), letter, now)
        return added
      }),

    claim: async (limit, now, leaseUntil, { surveys = true, unreadable, inFlight = new Set<Id>() } = {}) => {
      const look = { now, surveys, inFlight }
      // A look first: an empty outbox is asked often, and must not take the write lock.
      if (!anyDue((text) => database.read(text), look)) return []
      // Where marks will be refused, a letter would be sent again after each lease.
      await database.settleDoubt()
      // What a power cut takes back of this is only claimed again: whoever held it is gone as well.
      const rows = await database.writeUnsynced((sql) => takeDue(sql, look, limit, leaseUntil))
      const letters: ClaimedLetter[] = []
      for (const row of rows) {
        const opened = claimedLetter(row, keyring)
        if ('letter' in opened) letters.push(opened.letter)
        // Read again it would be as damaged, and the others would wait for it.
        // Where not even that can be kept, the others fail by themselves.
        else if (await marks.markFailed(row, `unreadable-${opened.damaged}`, now).catch(() => false))
          unreadable?.({ id: row.id, part: opened.damaged })
      }
      return letters
    },

    eligibility: async (letterId, now) => {
      const row = database.read<{ eligibility: LetterEligibility }>(eligibility).get({ letterId, now })
      // A letter that is gone was deleted with its recipient.
      return row?.eligibility ?? 'suppressed'
    },

    async counts() {
      const counted = { queued: 0, sent: 0, written: 0, failed: 0, suppressed: 0, bounced: 0, complained: 0 }
      const text = `SELECT "state", count(*) AS "n" FROM "letter"
        WHERE "kind" NOT IN ('rights-code', 'rights-message', 'rights-arrived', 'report-arrived')
          AND NOT ${isReminder('"letter"')} GROUP BY "state"`
      for (const { state, n } of database.read<{ state: keyof typeof counted; n: number }>(text).all())
        counted[state] = n
      return counted
    },
  }
}
