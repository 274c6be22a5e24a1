import type { Instant } from '@wayproof/kernel'
import type { Query } from '../engine/query/query.ts'

const HOUR_MS = 3_600_000

const ACCEPTED = `UPDATE mail_route SET accepted_at = @at
  WHERE id = 1 AND (accepted_at IS NULL OR accepted_at <= @hourBefore OR accepted_at >= @hourAfter
    OR accepted_at <= folder_chosen_at)`

/** Records that a mail server accepted a letter: once an hour, and at once if a folder was chosen since. */
export async function noteAccepted(query: Query, at: Instant): Promise<void> {
  const [hourBefore, hourAfter] = [new Date(at - HOUR_MS), new Date(at + HOUR_MS)]
  await query.run(ACCEPTED, { at: new Date(at), hourBefore, hourAfter })
}
