import type { SurveyStore, UndeliveredLetter } from '@wayproof/survey'
import { isEnded } from '../ended-letter.ts'
import type { Database } from '../sqlite/database.ts'
import { isReminder } from './reminder-kind.ts'

const UNDELIVERED = `(letter.wave_id = @waveId AND ${isEnded('letter')} AND letter.state IN ('failed', 'bounced', 'suppressed')
  OR letter.wave_id = @waveId AND letter.state = 'queued' AND letter.attempts > 0)`

// Of letters that came back the unlinked wave does not know which were reminders.
const UNTOLD = `letter.state = 'bounced' AND wave.unlinked_at IS NOT NULL`

// A suppression that the ledger holds says why in the place of the reply; the letter says it, too.
const ROWS = `SELECT
    CASE WHEN ${isReminder('letter')} THEN 'reminder' WHEN ${UNTOLD} THEN 'either' ELSE 'invitation' END AS kind,
    CASE WHEN NOT (${isReminder('letter')} OR ${UNTOLD}) THEN traveler.customer_number END AS customerNumber,
    CASE letter.state WHEN 'queued' THEN 'deferred' ELSE letter.state END AS state,
    last.at, CASE WHEN last.outcome <> 'suppressed' THEN last.smtp_reply END AS reply,
    CASE letter.state WHEN 'suppressed' THEN letter.reason END AS reason
  FROM letter
  JOIN wave ON wave.id = letter.wave_id
  LEFT JOIN traveler ON letter.recipient_kind = 'traveler' AND traveler.id = letter.recipient_id
  LEFT JOIN delivery last ON last.letter_id = letter.id
    AND last.number = (SELECT max(number) FROM delivery WHERE letter_id = letter.id)
  WHERE ${UNDELIVERED} ORDER BY last.at DESC, letter.id LIMIT @limit OFFSET @offset`

export function undeliveredLetters(database: Database): SurveyStore['undeliveredLetters'] {
  return async (waveId, { offset, limit }) => {
    const total = database.read<{ n: number }>(`SELECT count(*) AS n FROM letter WHERE ${UNDELIVERED}`).get({ waveId })
    const letters = database.read<UndeliveredLetter>(ROWS).all({ waveId, offset, limit })
    return { total: total?.n ?? 0, letters }
  }
}
