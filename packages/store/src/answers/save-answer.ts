import { fail, ok } from '@wayproof/kernel'
import { linkFault, type NewAnswer, type SaveFault } from '@wayproof/survey'
import type { Commit, Written } from './group-commit.ts'

export const KNOWN_RECEIPT = 'SELECT 1 FROM answer WHERE wave_id = ? AND key = ?'

/**
 * The invitation of one id, as `i`. Looked up before it is joined: a parameter that takes part in a join is looked at by
 * the planner, which then plans anew each time the statement is run (ten times the work of the statement itself).
 */
export const oneInvitation = 'WITH i AS (SELECT * FROM invitation WHERE id = ? LIMIT 1)'

interface LinkRow {
  readonly wave_id: string
  readonly cell_id: string
  readonly generation: number
  readonly answered: number
  readonly begun: number
}

const LINK = `SELECT wave_id, cell_id, generation, answered,
    EXISTS (SELECT 1 FROM draft WHERE invitation_id = invitation.id) AS begun
  FROM invitation WHERE id = ?`

/** Checks the link once more inside the transaction, marks it answered and stores the answer without a way back. */
export function writeAnswer({ sql, waveOf }: Commit, answer: NewAnswer): Written<null, SaveFault> {
  const row = sql<LinkRow>(LINK).get(answer.invitationId)
  if (!row) return { outcome: fail('link-unknown'), counted: null }
  const { state, code } = waveOf(row.wave_id)
  const link = { generation: row.generation, answered: row.answered === 1, wave: state }
  const fault = linkFault(link, answer.generation, answer.at)
  if (fault) {
    const known = fault.code === 'link-used' && sql(KNOWN_RECEIPT).get(row.wave_id, answer.receiptHash)
    return { outcome: known ? ok(null) : { ok: false, fault }, counted: null }
  }

  const { comment } = answer
  const encoded = code.encode(answer.values)
  const stored = sql(
    `INSERT INTO answer (wave_id, key, cell_id, "values", comment, language) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(row.wave_id, answer.receiptHash, row.cell_id, encoded, comment, comment === null ? null : answer.language)
  // Two answers under one receipt could not be told apart by their givers.
  if (stored.changes === 0) return { outcome: fail('receipt-invalid'), counted: null }
  const marked = sql('UPDATE invitation SET answered = 1 WHERE id = ? AND answered = 0').run(answer.invitationId)
  if (marked.changes !== 1) throw new Error('an invitation changed inside the transaction')
  if (row.begun === 1) sql('DELETE FROM draft WHERE invitation_id = ?').run(answer.invitationId)
  return { outcome: ok(null), counted: { waveId: row.wave_id, answered: 1, day: answer.day } }
}
