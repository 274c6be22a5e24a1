import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query } from '@wayproof/database/query/query'
import type { Removed } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { sentCount, writtenCount } from '../waves/counts/delivered-count.ts'

const theirs = ({ oneOf }: Dialect) => `letter.recipient_kind = 'traveler' AND ${oneOf('letter.recipient_id', '@ids')}`

const ADD_COUNTS = (dialect: Dialect) => `UPDATE wave SET
    delivered_count = delivered_count + ${sentCount('wave', 'survey-invitation', theirs(dialect))},
    written_count = written_count + ${writtenCount('wave', theirs(dialect))},
    reminded_count = reminded_count + ${sentCount('wave', 'survey-reminder', theirs(dialect))},
    reminded_again_count = reminded_again_count + ${sentCount('wave', 'survey-last-reminder', theirs(dialect))}
  WHERE unlinked_at IS NULL`

/** Names the waves, also one that is being opened, so that the index by wave and traveler is used. */
const invited = ({ oneOf }: Dialect) =>
  `wave_id IN (SELECT id FROM wave UNION ALL SELECT wave_id FROM wave_opening) AND ${oneOf('traveler_id', '@ids')}`

const DELIVERIES = (dialect: Dialect) =>
  `DELETE FROM delivery WHERE letter_id IN (SELECT id FROM letter WHERE ${theirs(dialect)})`
const LETTERS = (dialect: Dialect) => `DELETE FROM letter WHERE ${theirs(dialect)}`
const DRAFTS = (dialect: Dialect) =>
  `DELETE FROM draft WHERE invitation_id IN (SELECT id FROM invitation WHERE ${invited(dialect)})`
const INVITATIONS = (dialect: Dialect) => `DELETE FROM invitation WHERE ${invited(dialect)}`
const TRAVELERS = ({ oneOf }: Dialect) => `DELETE FROM traveler WHERE ${oneOf('id', '@ids')}`

/**
 * Deletes travelers with their invitations, drafts, letters in any state and deliveries. Answers remain, because
 * nothing ties them to a person. Counts of a wave remain too: sent letters are added to its counters first. An
 * invitation counts as delivered even if a reminder bounced, because otherwise the erasure would change the count of an
 * open wave.
 */
export async function removeTravelers(query: Query, ids: readonly string[]): Promise<Removed> {
  await query.run(ADD_COUNTS, { ids })
  return {
    delivery: await query.run(DELIVERIES, { ids }),
    letter: await query.run(LETTERS, { ids }),
    draft: await query.run(DRAFTS, { ids }),
    invitation: await query.run(INVITATIONS, { ids }),
    traveler: await query.run(TRAVELERS, { ids }),
  }
}
