import type { Query, Statement } from '@wayproof/database/query/query'
import { logSuppression } from '@wayproof/journal/outbox/log-delivery'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Asked } from '../officer-question.ts'

const END = `UPDATE officer_question SET ended_at = @at
  WHERE kind = @kind AND subject = @subject AND ended_at IS NULL RETURNING id`

const QUEUED: Statement = ({ jsonField }) => `SELECT id FROM letter WHERE wave_id IS NULL AND state = 'queued'
  AND kind = 'officer-question' AND ${jsonField('data', 'id')} = @questionId`

const WITHDRAW = `UPDATE letter SET state = 'suppressed', lease_until = NULL, fence = fence + 1, reason = 'question settled'
  WHERE id = @id`

/** Ends the open question of a kind and subject and withdraws its queued letters. False if none is open. */
export async function withdrawQuestion(
  query: Query,
  kind: Asked['kind'],
  subject: string,
  at: Instant,
): Promise<boolean> {
  const ended = await query.get<{ id: Id }>(END, { kind, subject, at: new Date(at) })
  if (!ended) return false
  for (const { id } of await query.all<{ id: Id }>(QUEUED, { questionId: ended.id })) {
    await query.run(WITHDRAW, { id })
    await logSuppression(query, id, at)
  }
  return true
}
