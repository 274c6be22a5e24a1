import type { Instant } from '@wayproof/kernel'
import type { ClaimedLetter, Outbox } from '@wayproof/letters'
import { readRefusal } from '@wayproof/letters/refusals'
import type { SharedWrite } from '../engine/shared-writes.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { noteAccepted } from '../opening/note-accepted.ts'
import { keptMoment } from './letter-moment.ts'
import { logDelivery, logSuppression } from './log-delivery.ts'
import { ANSWERED } from './why-aside.ts'
import { WHY_SUPPRESSED } from './why-suppressed.ts'

type Claim = Pick<ClaimedLetter, 'id' | 'fence'>
type Marks = Pick<Outbox, 'markSent' | 'markWritten' | 'markDeferred' | 'markFailed' | 'markSuppressed' | 'release'>

interface MarkDeps {
  readonly database: SqliteDatabase
  readonly shared: SharedWrite
}

/** What a sender reports. Every mark carries the fence of its claim: one who comes late changes nothing. */
export function letterMarks({ database, shared }: MarkDeps): Marks {
  const ended = (claim: Claim, outcome: 'sent' | 'written' | 'failed', reply: string, now: Instant) =>
    shared((sql) => {
      const { changes } =
        sql(`UPDATE "letter" SET "state" = @outcome, "attempts" = "attempts" + 1, "lease_until" = NULL,
          "reason" = CASE @outcome WHEN 'failed' THEN @reply END, "sent_at" = CASE WHEN @outcome <> 'failed' THEN ${keptMoment('@now')} END,
          "not_before" = ${keptMoment('"not_before"')}
        WHERE ${held}`).run({ ...claim, outcome, reply, now })
      const cause = outcome === 'failed' ? causeOf(reply) : null
      if (changes === 1) logDelivery(sql, { letterId: claim.id, outcome, reply, cause, at: now })
      if (changes === 1 && outcome === 'sent') noteAccepted(sql, now)
      return changes === 1
    })

  return {
    markSent: (claim, reply, now) => ended(pick(claim), 'sent', reply, now),
    markWritten: (claim, fileName, now) => ended(pick(claim), 'written', fileName, now),
    markFailed: (claim, reply, now) => ended(pick(claim), 'failed', reply, now),

    markDeferred: (claim, reply, now, notBefore) =>
      shared((sql) => {
        const { changes } = sql(`UPDATE "letter" SET "attempts" = "attempts" + 1, "lease_until" = NULL,
            "not_before" = @notBefore, "reason" = @reply
          WHERE ${held}`).run({ ...pick(claim), notBefore, reply })
        const cause = causeOf(reply)
        if (changes === 1) logDelivery(sql, { letterId: claim.id, outcome: 'deferred', reply, cause, at: now })
        return changes === 1
      }),

    markSuppressed: (claim, now) =>
      shared((sql) => {
        if (sql(`DELETE FROM "letter" WHERE ${held} AND ${ANSWERED}`).run(pick(claim)).changes === 1) return true
        const text = `UPDATE "letter" SET "state" = 'suppressed', "lease_until" = NULL,
            "reason" = coalesce(${WHY_SUPPRESSED}, 'recipient gone')
          WHERE ${held}`
        const { changes } = sql(text).run(pick(claim))
        if (changes === 1) logSuppression(sql, claim.id, now)
        return changes === 1
      }),

    release: (claims, reason, notBefore) =>
      database.write((sql) => {
        for (const claim of claims) {
          const text = `UPDATE "letter" SET "lease_until" = NULL, "reason" = coalesce(@reason, "reason"),
            "not_before" = coalesce(@notBefore, "not_before") WHERE ${held}`
          sql(text).run({ ...pick(claim), reason, notBefore: notBefore ?? null })
        }
      }),
  }
}

const held = `"id" = @id AND "fence" = @fence AND "state" = 'queued'`
const causeOf = (reply: string) => readRefusal(reply)?.cause ?? 'unclear'
const pick = ({ id, fence }: Claim): Claim => ({ id, fence })
