import type { Query, Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { SharedWrite } from '@wayproof/database/shared-writes'
import { letterMoment } from '@wayproof/journal/outbox/letter-moment'
import { logDelivery, logSuppression } from '@wayproof/journal/outbox/log-delivery'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { readRefusal } from '../refusals/read-refusal.ts'
import { isHiddenLetter } from './hidden-letter.ts'
import type { ClaimedLetter, Outbox } from './outbox.ts'
import { isAnswered } from './skip-reason.ts'
import { WHY_SUPPRESSED } from './why-suppressed.ts'

type Claim = Pick<ClaimedLetter, 'id' | 'fence'>
type Marks = Pick<Outbox, 'markSent' | 'markWritten' | 'markDeferred' | 'markFailed' | 'markSuppressed' | 'release'>

interface MarkDeps {
  readonly database: QueryDatabase
  readonly shared: SharedWrite
}

const CLAIMED = `letter.id = @id AND letter.fence = @fence AND letter.state = 'queued'`

const END: Statement = (dialect) => `UPDATE letter SET state = @outcome, attempts = attempts + 1, lease_until = NULL,
    reason = CASE @outcome WHEN 'failed' THEN @reply END,
    sent_at = CASE WHEN @outcome <> 'failed' THEN ${letterMoment(dialect, '@now')} END,
    not_before = ${letterMoment(dialect, 'letter.not_before')}
  WHERE ${CLAIMED}`

const DEFER = `UPDATE letter SET attempts = attempts + 1, lease_until = NULL, not_before = @notBefore, reason = @reply
  WHERE ${CLAIMED}`

const DELETE_ANSWERED: Statement = (dialect) => `DELETE FROM letter WHERE ${CLAIMED} AND ${isAnswered(dialect)}`

const SUPPRESS = `UPDATE letter SET state = 'suppressed', lease_until = NULL,
    reason = coalesce(${WHY_SUPPRESSED}, 'recipient gone')
  WHERE ${CLAIMED}`

const RELEASE = `UPDATE letter SET lease_until = NULL, reason = coalesce(@reason, reason),
    not_before = coalesce(@notBefore, not_before)
  WHERE ${CLAIMED}`

/** Results of sending. Every mark carries the fence of its claim, so that a late sender changes nothing. */
export function letterMarks({ database, shared }: MarkDeps): Marks {
  const ended = (claim: Claim, outcome: 'sent' | 'written' | 'failed', reply: string, now: Instant) =>
    shared(async (query) => {
      const isClaimed = (await query.run(END, { ...claim, outcome, reply, now: new Date(now) })) === 1
      const cause = outcome === 'failed' ? causeOf(reply) : null
      if (isClaimed) await logDelivery(query, { letterId: claim.id, outcome, reply, cause, at: now })
      if (isClaimed && outcome === 'sent') await noteAccepted(query, claim.id, now)
      return isClaimed
    })

  return {
    markSent: (claim, reply, now) => ended(pick(claim), 'sent', reply, now),
    markWritten: (claim, fileName, now) => ended(pick(claim), 'written', fileName, now),
    markFailed: (claim, reply, now) => ended(pick(claim), 'failed', reply, now),

    markDeferred: (claim, reply, now, notBefore) =>
      shared(async (query) => {
        const isClaimed = (await query.run(DEFER, { ...pick(claim), notBefore: new Date(notBefore), reply })) === 1
        const cause = causeOf(reply)
        if (isClaimed) await logDelivery(query, { letterId: claim.id, outcome: 'deferred', reply, cause, at: now })
        return isClaimed
      }),

    markSuppressed: (claim, now) =>
      shared(async (query) => {
        if ((await query.run(DELETE_ANSWERED, pick(claim))) === 1) return true
        const isClaimed = (await query.run(SUPPRESS, pick(claim))) === 1
        if (isClaimed) await logSuppression(query, claim.id, now)
        return isClaimed
      }),

    release: (claims, reason, notBefore) =>
      database.write(async (query) => {
        const later = notBefore === undefined ? null : new Date(notBefore)
        for (const claim of claims) await query.run(RELEASE, { ...pick(claim), reason, notBefore: later })
      }),
  }
}

const causeOf = (reply: string) => readRefusal(reply)?.cause ?? 'unclear'
const pick = ({ id, fence }: Claim): Claim => ({ id, fence })

const HOUR_MS = 3_600_000

const ACCEPTED = `UPDATE mail_route SET accepted_at = @at
  WHERE id = 1 AND (accepted_at IS NULL OR accepted_at <= @hourBefore OR accepted_at >= @hourAfter
    OR accepted_at <= folder_chosen_at)
  AND EXISTS (SELECT 1 FROM letter WHERE id = @letterId AND NOT ${isHiddenLetter('letter')})`

/**
 * Records that a mail server accepted a letter: once an hour, and at once if a folder was chosen since. Hidden letters
 * are not recorded.
 */
async function noteAccepted(query: Query, letterId: Id, at: Instant): Promise<void> {
  const [hourBefore, hourAfter] = [new Date(at - HOUR_MS), new Date(at + HOUR_MS)]
  await query.run(ACCEPTED, { letterId, at: new Date(at), hourBefore, hourAfter })
}
