import type { Query } from '@wayproof/database/query/query'

const DELETE_DRAFTS = 'DELETE FROM draft WHERE (SELECT wave_id FROM invitation WHERE id = invitation_id) = @waveId'

/** Deletes all drafts of a wave. Starts with the drafts, because there are few. */
export async function deleteDrafts(query: Query, waveId: string): Promise<void> {
  await query.run(DELETE_DRAFTS, { waveId })
}
