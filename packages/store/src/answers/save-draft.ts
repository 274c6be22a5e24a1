import { ok } from '@wayproof/kernel'
import { type LinkFault, linkFault, type NewDraft } from '@wayproof/survey'
import type { AnswerRows } from './answer-rows.ts'
import type { Written } from './group-commit.ts'

/**
 * Checks the link again inside the transaction: a draft cannot be saved after the answer, after the close or on a
 * revoked link.
 */
export function writeDraft(
  rows: AnswerRows,
  { invitationId, generation, sealed, at }: NewDraft,
): Written<null, LinkFault> {
  const fault = linkFault(rows.invitation(invitationId), generation, at)
  if (fault) return { outcome: { ok: false, fault }, counted: null }
  if (sealed === null) rows.deleteDraft(invitationId)
  else rows.putDraft(invitationId, sealed)
  return { outcome: ok(null), counted: null }
}
