import type { LetterKind } from '@wayproof/letters'
import { isEnded } from '../outbox/ended-letter.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

/**
 * SQL: how many letters of a kind a server took, of a `wave` whose letters are still there. Only those for which `which`
 * holds: of few people, who are then looked up, and not the whole wave.
 */
export const sentCount = (wave: string, kind: LetterKind, which = isEnded('letter')): string =>
  `(SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = '${kind}'
      AND letter.state IN ('sent', 'complained') AND ${which})`

/** SQL: how many invitations of a `wave` were written to a folder. A reminder there is counted nowhere: it reached nobody. */
export const writtenCount = (wave: string, which = isEnded('letter')): string =>
  `(SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = 'survey-invitation'
      AND letter.state = 'written' AND ${which})`

/**
 * SQL: to how many people of a `wave` a letter was delivered: a server took the invitation, and no letter bounced, whichever
 * it was: else the count would tell that those who bounced did so at a reminder. For a closed wave.
 */
export const deliveredCount = (wave: string): string =>
  `(${sentCount(wave, 'survey-invitation')}
    - (SELECT count(DISTINCT letter.recipient_id) FROM letter
       CROSS JOIN letter invited
       WHERE invited.recipient_id = letter.recipient_id AND invited.wave_id || '' = letter.wave_id AND letter.wave_id = ${wave}.id AND ${isReminder('letter')} AND letter.state = 'bounced' AND ${isEnded('letter')}
         AND invited.kind = 'survey-invitation' AND invited.state IN ('sent', 'complained')))`
