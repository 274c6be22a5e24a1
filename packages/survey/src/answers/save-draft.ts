import { fail, NONCE_BYTES, type Outcome, ok } from '@wayproof/kernel'
import { type LinkFault, linkFault } from '../links/invitation.ts'
import { readLinkToken } from '../links/invitation-link.ts'
import { NOBODY } from '../links/link-token.ts'
import type { SurveyPorts } from '../ports.ts'
import type { AnswerFault } from './answer.ts'
import { draftSize, isBlank, readDraft, sealDraft } from './draft.ts'

export interface SaveDraft {
  readonly token: string
  /** Item ID -> code or text, as posted. If all are blank, the stored draft is deleted. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Stores an unfinished answer and replaces the earlier draft. It is on disk when this resolves with `ok`. The receipt
 * code is not stored with it, because it would link the invitation to the answer. `kept` is false if all fields were
 * blank.
 */
export async function saveDraft(
  { store, clock, tokens, keyring }: Pick<SurveyPorts, 'store' | 'clock' | 'tokens' | 'keyring'>,
  { token, fields }: SaveDraft,
): Promise<Outcome<{ readonly kept: boolean }, LinkFault | AnswerFault>> {
  const now = clock.now()
  const link = readLinkToken(keyring, token)
  const found = await store.openedInvitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && found, link?.generation ?? 0, now)
  if (fault) return { ok: false, fault }
  if (!link || !found) return fail('link-unknown')
  const draft = readDraft(found.questionnaire, fields)
  if (!draft.ok) return draft
  const seal = { nonce: tokens.bytes(NONCE_BYTES), size: draftSize(found.questionnaire) }
  const sealed = isBlank(draft.value) ? null : sealDraft(keyring, link, draft.value, seal)
  if (sealed === null && found.draft === null) return ok({ kept: false })
  const saved = await store.saveDraft({ invitationId: link.invitationId, generation: link.generation, sealed, at: now })
  return saved.ok ? ok({ kept: sealed !== null }) : saved
}
