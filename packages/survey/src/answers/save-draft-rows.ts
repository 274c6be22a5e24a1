import { ok } from '@wayproof/kernel/outcome'
import { type LinkFault, linkFault } from '../links/invitation.ts'
import type { AnswerRows } from './answer-rows.ts'
import type { Written } from './group-commit.ts'
import type { NewDraft } from './ports.ts'

/**
 * Checks the link again inside the transaction: a draft cannot be saved after the answer, after the close or on a
 * revoked link.
 */
export function writeDraft(
  rows: AnswerRows,
  { invitationId, generation, sealed, at }: NewDraft,
): Written<null, LinkFault> {
  const invitation = rows.invitation(invitationId)
  const fault = linkFault(invitation, generation, at)
  if (fault || !invitation) return { outcome: { ok: false, fault: fault ?? { code: 'link-unknown' } }, counted: null }
  const { cipher } = rows.formOf(invitation.waveId)
  if (sealed === null) rows.deleteDraft(invitationId)
  else rows.putDraft(invitationId, cipher?.encryptDraft(sealed) ?? sealed)
  return { outcome: ok(null), counted: null }
}
