import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { isHiddenLetter } from './hidden-letter.ts'

const HOUR_MS = 3_600_000

const ACCEPTED = `UPDATE mail_route SET accepted_at = @at
  WHERE id = 1 AND (accepted_at IS NULL OR accepted_at <= @hourBefore OR accepted_at >= @hourAfter
    OR accepted_at <= folder_chosen_at)
  AND EXISTS (SELECT 1 FROM letter WHERE id = @letterId AND NOT ${isHiddenLetter('letter')})`

/**
 * Records that a mail server accepted a letter: once an hour, and at once if a folder was chosen since. Hidden letters
 * are not recorded.
 */
export async function noteAccepted(query: Query, letterId: Id, at: Instant): Promise<void> {
  const [hourBefore, hourAfter] = [new Date(at - HOUR_MS), new Date(at + HOUR_MS)]
  await query.run(ACCEPTED, { letterId, at: new Date(at), hourBefore, hourAfter })
}
