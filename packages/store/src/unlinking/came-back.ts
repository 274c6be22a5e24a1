import type { Sql } from '../engine/sqlite/sql.ts'
import { isEnded } from '../outbox/ended-letter.ts'
import { isReminder } from '../reminders/reminder-kind.ts'

const CAME_BACK = `letter.wave_id = @waveId AND ${isEnded('letter')} AND letter.state IN ('bounced', 'complained')`

/**
 * A reminder proves that its recipient had not answered, so unlinking deletes it and records its bounce on the invitation.
 */
export function tellOfInvitations(sql: Sql, waveId: string, at: number): void {
  // A complaint weighs more, as on the list of suppressed addresses.
  sql(`UPDATE letter SET state = (SELECT max(state) FROM letter other
        WHERE other.recipient_id = letter.recipient_id AND +other.wave_id = @waveId AND other.state IN ('bounced', 'complained'))
      WHERE kind = 'survey-invitation' AND wave_id = @waveId
        AND recipient_id IN (SELECT recipient_id FROM letter WHERE ${CAME_BACK} AND ${isReminder('letter')})`).run({
    waveId,
  })
  for (const { id } of sql<{ id: string }>(
    `SELECT id FROM letter WHERE ${CAME_BACK} AND kind = 'survey-invitation'`,
  ).all({ waveId }))
    tellNoMore(sql, id, at)
  sql(`UPDATE suppression SET at = @at WHERE reason IN ('bounced', 'complained') AND email_key IN
      (SELECT email_key FROM letter JOIN traveler ON traveler.id = letter.recipient_id WHERE ${CAME_BACK})`).run({
    waveId,
    at,
  })
}

/**
 * A letter of an unlinked wave that came back tells no more than that: when it did and in what words would tell whether it
 * was the reminder.
 */
export function tellNoMore(sql: Sql, letterId: string, unlinkedAt: number): void {
  sql('UPDATE letter SET reason = NULL WHERE id = ?').run(letterId)
  sql(`DELETE FROM delivery WHERE letter_id = ? AND outcome IN ('soft-bounced', 'bounced', 'complained')`).run(letterId)
  sql(`INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply)
    SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM delivery WHERE letter_id = letter.id), attempts, ?, state, ''
    FROM letter WHERE id = ?`).run(unlinkedAt, letterId)
}
