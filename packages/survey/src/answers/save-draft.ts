import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import type { LinkFault } from '../links/invitation.ts'
import type { SurveyPorts } from '../ports.ts'
import type { AnswerFault } from './answer.ts'
import { type ContinuedDraft, draftSize, draftTag, isBlank, isContinued, readDraft, sealDraft } from './draft.ts'
import { findInvitation } from './find-invitation.ts'
import { type InvitationView, invitationView, type RefusedWithView } from './show-invitation.ts'

export interface SaveDraft {
  readonly token: string
  /** Item ID -> code or text, as posted. */
  readonly fields: Readonly<Record<string, string>>
  /** Absent if the fields replace any draft. */
  readonly continues?: ContinuedDraft
}

/** Another page saved another draft since, so that this one would overwrite it. */
export interface DraftChanged {
  readonly code: 'draft-changed'
}

/**
 * Stores an unfinished answer and replaces the earlier draft; blank fields delete it. It is on disk when this resolves
 * with the invitation as its page now shows it. The receipt code is not stored with it, because it would link the
 * invitation to the answer.
 */
export async function saveDraft(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'tokens' | 'keyring'>,
  { token, fields, continues }: SaveDraft,
): Promise<Outcome<InvitationView, LinkFault | DraftChanged | RefusedWithView<AnswerFault>>> {
  const { store, keyring } = ports
  const now = ports.clock.now()
  const linked = await findInvitation(ports, token, now)
  if (!linked.ok) return linked
  const { link } = linked.value
  const invitation = invitationView(ports, linked.value)
  if (continues && !isContinued(invitation, continues)) return fail('draft-changed')
  const draft = readDraft(invitation.questionnaire, fields)
  if (!draft.ok) return { ok: false, fault: { ...draft.fault, invitation } }
  const blank = isBlank(draft.value)
  if (blank && invitation.draft === null) return ok(invitation)
  const seal = { nonce: ports.tokens.bytes(NONCE_BYTES), size: draftSize(invitation.questionnaire) }
  const typed = continues ? { ...draft.value, page: continues.page } : draft.value
  const sealed = blank ? null : sealDraft(keyring, link, typed, seal)
  const outcome = await store.saveDraft({
    invitationId: link.invitationId,
    generation: link.generation,
    sealed,
    at: now,
  })
  return outcome.ok ? ok({ ...invitation, draft: blank ? null : typed, draftTag: sealed && draftTag(sealed) }) : outcome
}
