import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { Query, Statement, Values } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { type SharedWrite, sharedWrites } from '@wayproof/database/shared-writes'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { letterQuestions } from '@wayproof/forms/questionnaires/published/letter-questions'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { letterMoment } from '@wayproof/journal/outbox/letter-moment'
import { LOG_SUPPRESSION, logDelivery, logSuppression } from '@wayproof/journal/outbox/log-delivery'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { isTrialLetter, TRIAL } from '@wayproof/survey/trial/trial-columns'
import { confirmWaveKeys } from '@wayproof/survey/wave-keys/survey-instances'
import { readRefusal } from '../refusals/read-refusal.ts'
import { claimedLetter, type DueRow } from './claimed-letter.ts'
import {
  anyDue,
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
import { isHiddenLetter } from './hidden-letter.ts'
import type { LetterWork } from './letter-work.ts'
import type { ClaimedLetter, LetterEligibility, Outbox } from './outbox.ts'
import { workOnSqlite } from './outbox-on-sqlite.ts'
import { isAnswered, skipReason } from './skip-reason.ts'
import { WHY_SUPPRESSED } from './why-suppressed.ts'

export interface OutboxDeps {
  readonly database: StoreDatabase
  readonly keyring: Keyring
  readonly ids: Ids
}

const WAITING = `EXISTS (SELECT 1 FROM wave WHERE wave.id = letter.wave_id
    AND (wave.status NOT IN ('open', '${TRIAL}') OR wave.closes_at <= @now OR wave.paused_at IS NOT NULL
      OR wave.key_check IS NOT NULL AND wave.key_present_at IS NULL))`

const ELIGIBILITY: Statement = (dialect) => `SELECT CASE WHEN ${skipReason(dialect)} IS NOT NULL THEN 'suppressed'
    WHEN letter.state <> 'queued' OR ${WAITING} THEN 'held' ELSE 'due' END AS eligibility
  FROM letter WHERE id = @letterId`

/** Letters whose number tells neither of a case nor of an answer: each reminder goes to a person who has not answered. */
export const IS_COUNTED = `(NOT ${isHiddenLetter('letter')} AND NOT ${isTrialLetter('letter')})`

const COUNTS = `SELECT state, count(*) AS count FROM letter WHERE ${IS_COUNTED} GROUP BY state`

/**
 * The outbox in the database. Letters contain no address and no link; addresses are decrypted when a letter is claimed.
 */
export function outboxStore(deps: OutboxDeps): Outbox {
  const { database, keyring } = deps
  const { shared, takeDue } = database.engine === 'sqlite' ? workOnSqlite(database) : workOnPostgresql(database)
  const marks = letterMarks({ database, shared })
  const questionOf = letterQuestions()
  return {
    ...marks,

    post: (letters, now) =>
      database.write(async (query) => {
        let added = 0
        for (const letter of letters) added += await insertLetter(query, deps.ids.next(), letter, now)
        return added
      }),

    claim: async (limit, now, leaseUntil, choices = {}) => {
      const { surveys = true, kind = null, unreadable, inFlight = new Set<Id>() } = choices
      const look = { now, surveys, kind, inFlight }
      if (surveys) await confirmWaveKeys(database, now)
      // Reads first, because an empty outbox is asked often and must not take the write lock.
      if (!(await anyDue(database.query, look))) return []
      const letters: ClaimedLetter[] = []
      for (const row of await takeDue(look, limit, leaseUntil)) {
        // A letter is complete without its question, so a damaged questionnaire does not keep it back.
        const question = await questionOf(database.query, row).catch(() => null)
        const opened = claimedLetter(row, keyring, question)
        if ('letter' in opened) letters.push(opened.letter)
        // Reading the letter again would fail again and delay the others. If the mark cannot be stored, the other
        // letters fail as well.
        else if (await marks.markFailed(row, `unreadable-${opened.damaged}`, now).catch(() => false))
          unreadable?.({ id: row.id, part: opened.damaged })
      }
      return letters
    },

    eligibility: async (letterId, now) => {
      const values = { letterId, now: new Date(now) }
      const row = await database.query.get<{ eligibility: LetterEligibility }>(ELIGIBILITY, values)
      // A missing letter was deleted with its recipient.
      return row?.eligibility ?? 'suppressed'
    },

    async counts() {
      const counted = { queued: 0, sent: 0, written: 0, failed: 0, suppressed: 0, bounced: 0, complained: 0 }
      const states = await database.query.all<{ state: keyof typeof counted; count: number }>(COUNTS)
      for (const { state, count } of states) counted[state] = count
      return counted
    },
  }
}

/**
 * Claims and marks of letters on PostgreSQL. A claim skips rows that another one has locked, and a mark changes one
 * letter by its fence, so READ COMMITTED is enough.
 */
function workOnPostgresql(database: PostgresqlDatabase): LetterWork {
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
function letterMarks({ database, shared }: MarkDeps): Marks {
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
