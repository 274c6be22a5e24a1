import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'

/**
 * SQL: number of letters of a kind that a server accepted, of a `wave` whose letters still exist. Only letters for
 * which `which` holds are read: those of a few people, or of the whole wave.
 */
export const sentCount = (wave: string, kind: LetterKind, which = isEnded('letter')): string =>
  `(SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = '${kind}'
      AND letter.state IN ('sent', 'complained') AND ${which})`

/**
 * SQL: number of invitations of a `wave` that were written to a folder. Reminders in a folder are not counted, because
 * they reached nobody.
 */
export const writtenCount = (wave: string, which = isEnded('letter')): string =>
  `(SELECT count(*) FROM letter WHERE letter.wave_id = ${wave}.id AND letter.kind = 'survey-invitation'
      AND letter.state = 'written' AND ${which})`

/**
 * SQL: number of people of a closed `wave` to whom a server delivered the invitation. A reminder that came back changes
 * nothing, because otherwise the number would tell that its recipient had not answered.
 */
export const deliveredCount = (wave: string): string => sentCount(wave, 'survey-invitation')
