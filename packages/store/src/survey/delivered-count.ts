import { isEnded } from '../ended-letter.ts'
import { isReminder, type ReminderKind } from './reminder-kind.ts'

/**
 * SQL: to how many people of a `wave` a letter was delivered: a server took the invitation, and no letter bounced, whichever
 * it was: else the count would tell that those who bounced did so at a reminder. Only of letters for which `which` holds.
 */
export const deliveredCount = (wave: string, which = 'true'): string =>
  `((SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = 'survey-invitation'
      AND ${isEnded('letter')} AND letter.state IN ('sent', 'complained') AND ${which})
    - (SELECT count(DISTINCT letter.recipient_id) FROM letter
       CROSS JOIN letter invited ON invited.recipient_id = letter.recipient_id AND +invited.wave_id = letter.wave_id
       WHERE letter.wave_id = ${wave}.id AND ${isReminder('letter')}
         AND ${isEnded('letter')} AND letter.state = 'bounced' AND ${which}
         AND invited.kind = 'survey-invitation' AND invited.state IN ('sent', 'complained')))`

/** SQL: how many reminders of a kind a server took, of a `wave` whose letters are still there. */
export const remindedCount = (wave: string, kind: ReminderKind): string =>
  `(SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = '${kind}'
      AND ${isEnded('letter')} AND letter.state IN ('sent', 'complained'))`
