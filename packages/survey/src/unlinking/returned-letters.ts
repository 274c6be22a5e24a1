import type { Query } from '@wayproof/database/query/query'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { isReminder } from '../reminders/reminder-kind.ts'

/** SQL condition: a letter of the wave @waveId bounced or caused a complaint. */
const RETURNED = `letter.wave_id = @waveId AND ${isEnded('letter')} AND letter.state IN ('bounced', 'complained')`

/** SQL condition: such a letter is an invitation, which unlinking does not delete. */
export const INVITATION_RETURNED = `${RETURNED} AND letter.kind = 'survey-invitation'`

const TAKE_COMPLAINT = `UPDATE letter SET state = 'complained' WHERE kind = 'survey-invitation' AND wave_id = @waveId
    AND recipient_id IN (SELECT recipient_id FROM letter
      WHERE ${RETURNED} AND letter.state = 'complained' AND ${isReminder('letter')})`

const SUPPRESSED_NOW = `UPDATE suppression SET at = @at WHERE reason IN ('bounced', 'complained') AND email_key IN
  (SELECT email_key FROM letter JOIN traveler ON traveler.id = letter.recipient_id WHERE ${RETURNED})`

/**
 * A reminder proves that its recipient had not answered, so unlinking deletes it: its bounce with it, while a complaint, which
 * is an objection, is recorded on the invitation.
 */
export async function recordOnInvitations(query: Query, waveId: string, at: number): Promise<void> {
  await query.run(TAKE_COMPLAINT, { waveId })
  await hideReport(query, INVITATION_RETURNED, { waveId, at: new Date(at) })
  await query.run(SUPPRESSED_NOW, { waveId, at: new Date(at) })
}

/**
 * Removes from a letter of an unlinked wave the moment and the reply of its return, because both would reveal whether
 * it was a reminder.
 */
export const hideReturn = (query: Query, letterId: string, unlinkedAt: number): Promise<void> =>
  hideReport(query, 'letter.id = @letterId', { letterId, at: new Date(unlinkedAt) })

async function hideReport(
  query: Query,
  which: string,
  { at, ...letters }: { readonly at: Date; readonly waveId?: string; readonly letterId?: string },
): Promise<void> {
  await query.run(`UPDATE letter SET reason = NULL WHERE ${which}`, letters)
  await query.run(
    `DELETE FROM delivery WHERE outcome IN ('soft-bounced', 'bounced', 'complained')
       AND letter_id IN (SELECT letter.id FROM letter WHERE ${which})`,
    letters,
  )
  await query.run(
    `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply)
     SELECT letter.id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id),
       letter.attempts, @at, letter.state, '' FROM letter WHERE ${which}`,
    { ...letters, at },
  )
}
