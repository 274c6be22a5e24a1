import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { isPolicy, REFUSAL_CAUSES } from '@wayproof/journal/outbox/refusal-cause'
import type { SurveyStore } from '../../ports.ts'
import type { UndeliveredLetter } from '../undelivered-letter.ts'
import { MAY_BE_SENT_AGAIN, sentAgainMoments } from './send-again.ts'

// Invitations only: a reminder goes only to a person who has not answered, and a mail server's reply may name the
// person.
const OF_WAVE = `letter.wave_id = @waveId AND letter.kind = 'survey-invitation'`

const SOFT_BOUNCED = `letter.state = 'sent' AND letter.id IN (SELECT letter_id FROM delivery WHERE outcome = 'soft-bounced')`

const UNDELIVERED = `(${OF_WAVE} AND ${isEnded('letter')} AND letter.state IN ('written', 'failed', 'bounced', 'suppressed')
  OR ${OF_WAVE} AND ${isEnded('letter')} AND ${SOFT_BOUNCED}
  OR ${OF_WAVE} AND letter.state = 'queued' AND letter.attempts > 0)`

// The recipient is hidden in an unlinked wave, because a returned letter may have been a reminder.
const UNTOLD = `letter.state IN ('bounced', 'sent') AND wave.unlinked_at IS NOT NULL`

/** The delivery record with the reason: the last one, or the soft bounce of a letter. */
const LAST = `LEFT JOIN delivery last ON last.letter_id = letter.id AND last.number =
  (SELECT max(number) FROM delivery WHERE letter_id = letter.id AND (letter.state <> 'sent' OR outcome = 'soft-bounced'))`

const BY_POLICY = `coalesce(last.cause IN (${REFUSAL_CAUSES.filter(isPolicy)
  .map((cause) => `'${cause}'`)
  .join(', ')}), FALSE)`

const COUNTS = `SELECT count(*) AS total, coalesce(sum(CASE WHEN ${BY_POLICY} THEN 1 ELSE 0 END), 0) AS byPolicy FROM letter ${LAST} WHERE ${UNDELIVERED}`

// A recorded suppression has the reason in place of the reply; the letter has it too.
const ROWS = `SELECT
    CASE WHEN ${UNTOLD} THEN 'either' ELSE 'invitation' END AS kind,
    CASE WHEN NOT (${UNTOLD}) THEN traveler.customer_number END AS customerNumber,
    CASE letter.state WHEN 'queued' THEN 'deferred' WHEN 'sent' THEN 'soft-bounced' ELSE letter.state END AS state,
    last.at, CASE WHEN last.outcome <> 'suppressed' THEN last.smtp_reply END AS reply,
    CASE letter.state WHEN 'suppressed' THEN letter.reason END AS reason, ${BY_POLICY} AS byPolicy,
    CASE WHEN ${MAY_BE_SENT_AGAIN} THEN 1 ELSE 0 END AS mayBeSentAgain
  FROM letter
  JOIN wave ON wave.id = letter.wave_id
  LEFT JOIN traveler ON letter.recipient_kind = 'traveler' AND traveler.id = letter.recipient_id
  ${LAST}
  WHERE ${UNDELIVERED} ORDER BY last.at DESC NULLS LAST, letter.id LIMIT @limit OFFSET @offset`

type LetterRow = Omit<UndeliveredLetter, 'byPolicy' | 'mayBeSentAgain'> & {
  readonly byPolicy: number
  readonly mayBeSentAgain: number
}

export function undeliveredLetters(database: QueryDatabase): SurveyStore['undeliveredLetters'] {
  return async (waveId, { offset, limit, now }) => {
    const counted = await database.query.get<{ total: number; byPolicy: number }>(COUNTS, { waveId })
    const rows = await database.query.all<LetterRow>(ROWS, { waveId, offset, limit, ...sentAgainMoments(now) })
    return {
      total: counted?.total ?? 0,
      byPolicy: counted?.byPolicy ?? 0,
      letters: rows.map((row) => ({
        ...row,
        byPolicy: row.byPolicy === 1,
        mayBeSentAgain: row.mayBeSentAgain === 1,
      })),
    }
  }
}
