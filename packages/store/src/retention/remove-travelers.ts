import type { Sql } from '../engine/sqlite/sql.ts'
import { sentCount, writtenCount } from '../waves/delivered-count.ts'
import type { Removed } from './deletion-proof.ts'

const theirs = `letter.recipient_kind = 'traveler' AND letter.recipient_id IN (SELECT value FROM json_each(@ids))`

/**
 * Deletes travelers wherever they stand: row, invitations, drafts, letters in any state, ledger. Answers stay: nothing ties them.
 * A wave's counts do too: letters that were sent are added to its own counters before they go. An invitation counts as
 * delivered whatever became of a reminder: else the erasure would move the count of an open wave.
 */
export function removeTravelers(sql: Sql, travelerIds: readonly string[]): Removed {
  const ids = JSON.stringify(travelerIds)
  sql(`UPDATE wave SET delivered_count = delivered_count + ${sentCount('wave', 'survey-invitation', theirs)},
      written_count = written_count + ${writtenCount('wave', theirs)},
      reminded_count = reminded_count + ${sentCount('wave', 'survey-reminder', theirs)},
      reminded_again_count = reminded_again_count + ${sentCount('wave', 'survey-last-reminder', theirs)} WHERE unlinked_at IS NULL`).run(
    {
      ids,
    },
  )
  // Naming the waves, those being written too, lets the index by wave and traveler find them.
  const waves = 'SELECT id FROM wave UNION ALL SELECT wave_id FROM wave_opening'
  const invited = `wave_id IN (${waves}) AND traveler_id IN (SELECT value FROM json_each(@ids))`
  const remove = (table: string, which: string) => sql(`DELETE FROM ${table} WHERE ${which}`).run({ ids }).changes
  return {
    delivery: remove('delivery', `letter_id IN (SELECT id FROM letter WHERE ${theirs})`),
    letter: remove('letter', theirs),
    draft: remove('draft', `invitation_id IN (SELECT id FROM invitation WHERE ${invited})`),
    invitation: remove('invitation', invited),
    traveler: remove('traveler', 'id IN (SELECT value FROM json_each(@ids))'),
  }
}
