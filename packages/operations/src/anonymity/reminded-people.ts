import { isEnded, wentOut } from '@wayproof/journal/outbox/ended-letter'
import type SQLite from 'better-sqlite3'
import type { ExposedWave } from './exposed-wave.ts'

/** Suppressed addresses since the opening of a wave, whose moment differs from that of its unlinking. */
const GIVEN_UP = `FROM wave JOIN letter ON letter.wave_id = wave.id AND letter.kind = 'survey-invitation' AND ${isEnded('letter')}
    JOIN traveler ON traveler.id = letter.recipient_id
    JOIN suppression ON suppression.email_key = traveler.email_key AND suppression.reason IN ('bounced', 'complained')
  WHERE wave.id = @id AND wave.reminded_at IS NOT NULL AND suppression.at > wave.opened_at
    AND suppression.at IS DISTINCT FROM wave.unlinked_at`

/** People with a suppressed address and no returned letter: the returned letter was a reminder. */
const NO_LETTER_SAYS_WHY = `SELECT substr(letter.dedupe_key, 12) AS id ${GIVEN_UP}
  AND ${wentOut('letter')} AND NOT EXISTS (SELECT 1 FROM letter other
    WHERE other.recipient_id = traveler.id AND other.state IN ('bounced', 'complained'))`

/** People with a returned letter after the reminders were sent. */
const LATE = `SELECT substr(letter.dedupe_key, 12) AS id ${GIVEN_UP} AND suppression.at >= wave.reminded_at
    AND letter.state IN ('bounced', 'complained')
  UNION SELECT substr(letter.dedupe_key, 12) FROM wave
    JOIN letter ON letter.wave_id = wave.id AND letter.kind = 'survey-invitation' AND ${isEnded('letter')}
    JOIN delivery ON delivery.letter_id = letter.id AND delivery.outcome IN ('bounced', 'complained')
  WHERE wave.id = @id AND delivery.at >= wave.reminded_at AND delivery.at IS DISTINCT FROM wave.unlinked_at`

/** Statements that find the invitations of people who were reminded, and so had not answered by then. */
export const REMINDED_PEOPLE: readonly string[] = [NO_LETTER_SAYS_WHY, LATE]

/** The invitations of people whom the tables reveal as reminded: they had not answered by then. */
export function remindedPeople(connection: SQLite.Database, { id }: Pick<ExposedWave, 'id'>): readonly string[] {
  return REMINDED_PEOPLE.flatMap((text) =>
    connection
      .prepare<[{ id: string }], { id: string }>(text)
      .all({ id })
      .map((row) => row.id),
  )
}
