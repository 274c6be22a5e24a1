import { wentOut } from '@wayproof/journal/outbox/ended-letter'
import { isForgotten, isReminder } from './reminder-kind.ts'

const SINCE = `l.wave_id IS NOT NULL AND l.wave_id NOT IN (SELECT wave_id FROM wave_opening)
       AND (l.state = 'queued' OR ${wentOut('l')}) AND l.created_at >= @budgetFrom`

/**
 * SQL: the letters about surveys that count against a traveler's budget since `@budgetFrom`; `traveler` is the column
 * of the traveler's id. The recipients of an unlinked wave's reminders must not be known: for everyone it invited,
 * every round of reminders counts. Letters of a wave that is still being written do not count.
 */
export const lettersSince = (traveler: string): string =>
  `((SELECT COUNT(*) FROM letter l WHERE l.recipient_id = ${traveler} AND ${SINCE} AND NOT ${isForgotten('l')})
   + (SELECT COALESCE(SUM(w.reminder_rounds), 0)
      FROM letter l JOIN wave w ON w.id = l.wave_id
      WHERE l.recipient_id = ${traveler} AND l.kind = 'survey-invitation' AND ${wentOut('l')}
        AND w.unlinked_at IS NOT NULL AND w.reminded_at >= @budgetFrom))`

/**
 * The same for decisions about eligibility, whose counts are shown. A reminder goes only to people who have not
 * answered, so also in a wave that is not unlinked, for everyone invited every round counts.
 */
export const publishedLettersSince = (traveler: string): string =>
  `((SELECT COUNT(*) FROM letter l WHERE l.recipient_id = ${traveler} AND ${SINCE} AND NOT ${isReminder('l')})
   + (SELECT COALESCE(SUM(w.reminder_rounds), 0)
      FROM letter l JOIN wave w ON w.id = l.wave_id
      WHERE l.recipient_id = ${traveler} AND l.kind = 'survey-invitation' AND ${wentOut('l')}
        AND w.reminded_at >= @budgetFrom))`
