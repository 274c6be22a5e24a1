import { ok } from '@wayproof/kernel/outcome'
import type { AnswerRows } from './answer-rows.ts'
import type { Written } from './group-commit.ts'
import type { Correction } from './ports.ts'
import { type ReceiptFault, whileOpen } from './stored-answer.ts'
import { storedValues } from './stored-values.ts'

/** Checks receipt and wave again inside the transaction, and replaces the answer. Its counters do not change. */
export function writeCorrection(rows: AnswerRows, correction: Correction): Written<null, ReceiptFault> {
  const answerRow = whileOpen(rows.answerUnder(correction.receiptHash), correction.at)
  if (!answerRow.ok) return { outcome: answerRow, counted: null }
  rows.changeAnswer(answerRow.value, storedValues(rows.formOf(answerRow.value.waveId), correction))
  return { outcome: ok(null), counted: null }
}

/** Checks receipt and wave again inside the transaction, and deletes the answer. */
export function writeWithdrawal(
  rows: AnswerRows,
  { receiptHash, at }: { readonly receiptHash: Uint8Array; readonly at: number },
): Written<null, ReceiptFault> {
  const answerRow = whileOpen(rows.answerUnder(receiptHash), at)
  if (!answerRow.ok) return { outcome: answerRow, counted: null }
  rows.deleteAnswer(answerRow.value)
  return { outcome: ok(null), counted: { waveId: answerRow.value.waveId, answered: -1, day: null } }
}
