import type SQLite from 'better-sqlite3'
import type { ExposedWave } from './exposed-wave.ts'
import { invitationNeedles } from './invitation-records.ts'
import { findNeedles } from './needles.ts'

/** How the key of a reminder begins that keeps it from being posted twice; the id of the invitation follows. */
const REMINDER = Buffer.from('reminder:')

/** An address that is given up since the wave opened, as of another moment than its unlinking. */
const GIVEN_UP = `FROM wave JOIN letter ON letter.wave_id = wave.id AND letter.kind = 'survey-invitation'
    JOIN traveler ON traveler.id = letter.recipient_id
    JOIN suppression ON suppression.email_key = traveler.email_key AND suppression.reason IN ('bounced', 'complained')
  WHERE wave.id = @id AND wave.reminded_at IS NOT NULL AND suppression.at > wave.opened_at
    AND suppression.at IS NOT wave.unlinked_at`

/** People whose address is given up, of whom no letter is left that came back: it was a reminder. */
const NO_LETTER_SAYS_WHY = `SELECT substr(letter.dedupe_key, 12) AS id ${GIVEN_UP}
  AND letter.state = 'sent' AND NOT EXISTS (SELECT 1 FROM letter other
    WHERE other.recipient_id = traveler.id AND other.state IN ('bounced', 'complained'))`

/** People of whom something came back after the reminders went out. */
const LATE = `SELECT substr(letter.dedupe_key, 12) AS id ${GIVEN_UP} AND suppression.at >= wave.reminded_at
    AND letter.state IN ('bounced', 'complained')
  UNION SELECT substr(letter.dedupe_key, 12) FROM wave JOIN letter ON letter.wave_id = wave.id AND letter.kind = 'survey-invitation'
    JOIN delivery ON delivery.letter_id = letter.id AND delivery.outcome IN ('bounced', 'complained')
  WHERE wave.id = @id AND delivery.at >= wave.reminded_at AND delivery.at IS NOT wave.unlinked_at`

/**
 * The invitations of people of whom the tables, or `bytes`, the whole file with what was freed in it, tell that a reminder
 * went to them: they had not answered by then.
 */
export function remindedPeople(connection: SQLite.Database, bytes: Buffer, wave: ExposedWave): ReadonlySet<string> {
  const posted = [...findNeedles(bytes, invitationNeedles(wave))].flatMap(([at, id]) =>
    bytes.subarray(Math.max(0, at - REMINDER.length), at).equals(REMINDER) ? [id] : [],
  )
  const told = [NO_LETTER_SAYS_WHY, LATE].flatMap((text) =>
    connection.prepare<[Pick<ExposedWave, 'id'>], { id: string }>(text).all({ id: wave.id }),
  )
  return new Set([...posted, ...told.map(({ id }) => id)])
}
