import { fail, ok } from '@wayproof/kernel/outcome'
import { linkFault } from '../links/invitation.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { Written } from './group-commit.ts'
import type { NewAnswer, SaveFault } from './ports.ts'
import { storedValues } from './stored-values.ts'

/** Checks the link again inside the transaction, marks it as answered and stores the answer without its link. */
export function writeAnswer(rows: AnswerRows, answer: NewAnswer): Written<null, SaveFault> {
  const { invitationId, receiptHash } = answer
  const link = rows.invitation(invitationId)
  if (!link) return { outcome: fail('link-unknown'), counted: null }
  const { waveId } = link
  const fault = linkFault(link, answer.generation, answer.at)
  if (fault) {
    const isRepeated = fault.code === 'link-used' && rows.hasAnswer({ waveId, receiptHash })
    return { outcome: isRepeated ? ok(null) : { ok: false, fault }, counted: null }
  }
  const stored = storedValues(rows.formOf(waveId), answer)
  // Two answers under one receipt would be indistinguishable.
  if (!rows.addAnswer({ waveId, receiptHash }, link.cellId, stored))
    return { outcome: fail('receipt-invalid'), counted: null }
  rows.markAnswered(invitationId)
  if (link.mayHaveDraft) rows.deleteDraft(invitationId)
  return { outcome: ok(null), counted: { waveId, answered: 1, day: answer.day } }
}
