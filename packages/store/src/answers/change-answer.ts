import { ok } from '@wayproof/kernel'
import { type Correction, type ReceiptFault, whileOpen } from '@wayproof/survey'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { Commit, Written } from './group-commit.ts'
import { KEPT_ANSWER, type KeptAnswerRow } from './kept-answer-row.ts'

/** Looks the receipt and its wave up once more inside the transaction, and puts the correction in the answer's place. */
export function writeCorrection({ sql, waveOf }: Commit, correction: Correction): Written<null, ReceiptFault> {
  const found = standing(sql, correction.receiptHash, correction.at)
  if (!found.ok) return { outcome: found, counted: null }
  const row = found.value
  const { values, comment, language } = correction
  sql('UPDATE answer SET "values" = ?, comment = ?, language = ? WHERE wave_id = ? AND key = ?').run(
    waveOf(row.wave_id).code.encode(values),
    comment,
    comment === null ? null : language,
    row.wave_id,
    row.key,
  )
  // How many answered, and when, stays as it was.
  return { outcome: ok(null), counted: null }
}

/** Looks the receipt and its wave up once more inside the transaction, and deletes the answer. */
export function writeWithdrawal(
  { sql }: Commit,
  { receiptHash, at }: { readonly receiptHash: Uint8Array; readonly at: number },
): Written<null, ReceiptFault> {
  const found = standing(sql, receiptHash, at)
  if (!found.ok) return { outcome: found, counted: null }
  const row = found.value
  sql('DELETE FROM answer WHERE wave_id = ? AND key = ?').run(row.wave_id, row.key)
  return { outcome: ok(null), counted: { waveId: row.wave_id, answered: -1, day: null } }
}

function standing(sql: Sql, receiptHash: Uint8Array, at: number) {
  const row = sql<KeptAnswerRow>(KEPT_ANSWER).get(receiptHash)
  return whileOpen(row ? { ...row, wave: { status: row.status, closesAt: row.closes_at } } : null, at)
}
