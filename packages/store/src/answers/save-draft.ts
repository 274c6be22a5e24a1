import { ok } from '@wayproof/kernel'
import { type LinkFault, linkFault, type NewDraft, type WaveStatus } from '@wayproof/survey'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { Written } from './group-commit.ts'
import { oneInvitation } from './save-answer.ts'

interface LinkRow {
  readonly generation: number | null
  readonly answered: number | null
  readonly status: WaveStatus
  readonly closes_at: number
}

/** Checks the link once more inside the transaction: no draft comes after the answer, after close or on a revoked link. */
export function writeDraft(sql: Sql, { invitationId, generation, sealed, at }: NewDraft): Written<null, LinkFault> {
  const row = sql<LinkRow>(
    `${oneInvitation} SELECT i.generation, i.answered, w.status, w.closes_at FROM i JOIN wave w ON w.id = i.wave_id`,
  ).get(invitationId)
  const state = row && { ...row, answered: row.answered === 1, wave: { status: row.status, closesAt: row.closes_at } }
  const fault = linkFault(state ?? null, generation, at)
  if (fault) return { outcome: { ok: false, fault }, counted: null }
  if (sealed === null) sql('DELETE FROM draft WHERE invitation_id = ?').run(invitationId)
  else
    sql(
      'INSERT INTO draft (invitation_id, sealed) VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
    ).run(invitationId, sealed)
  return { outcome: ok(null), counted: null }
}

const DELETE_DRAFTS = 'DELETE FROM draft WHERE (SELECT wave_id FROM invitation WHERE id = invitation_id) = @waveId'

/** All drafts of a wave. Looked up from the drafts, of which there are few. */
export async function deleteDrafts(query: Query, waveId: string): Promise<void> {
  await query.run(DELETE_DRAFTS, { waveId })
}
