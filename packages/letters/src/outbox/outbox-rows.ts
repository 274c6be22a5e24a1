import type { Statement } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { letterQuestions } from '@wayproof/forms/questionnaires/published/letter-questions'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { isTrialLetter, TRIAL } from '@wayproof/survey/trial/trial-columns'
import { confirmWaveKeys } from '@wayproof/survey/wave-keys/survey-instances'
import { claimedLetter } from './claimed-letter.ts'
import { anyDue } from './due-letters.ts'
import { isHiddenLetter } from './hidden-letter.ts'
import { letterMarks } from './letter-marks.ts'
import type { ClaimedLetter, LetterEligibility, Outbox } from './outbox.ts'
import { workOnPostgresql } from './outbox-on-postgresql.ts'
import { workOnSqlite } from './outbox-on-sqlite.ts'
import { skipReason } from './skip-reason.ts'

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
