import { type Locale, type Outcome, ok } from '@wayproof/kernel'
import { type Invitation, type LinkFault, linkFault } from '../links/invitation.ts'
import { readLinkToken } from '../links/invitation-link.ts'
import { NOBODY } from '../links/link-token.ts'
import type { SurveyPorts } from '../ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Answer } from './answer.ts'
import { openDraft } from './draft.ts'

export interface ShownInvitation {
  readonly wave: Pick<Invitation['wave'], 'period' | 'closesAt' | 'smallestGroup'>
  readonly questionnaire: Questionnaire
  /** Language of the letter that contained the link. */
  readonly locale: Locale
  /** The stored draft; null if there is none. */
  readonly draft: Answer | null
}

/** Returns the questionnaire and draft behind a survey link. Reads only, because mail scanners open links. */
export async function showInvitation(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<ShownInvitation, LinkFault>> {
  const now = ports.clock.now()
  const link = readLinkToken(ports.keyring, token)
  // A forged link is looked up too, so that its response time does not differ.
  const found = await ports.store.openedInvitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && found, link?.generation ?? 0, now)
  if (fault) return { ok: false, fault }
  if (!link || !found) throw new Error('a link without an invitation has no fault')
  const { wave, questionnaire, draft: sealed } = found
  const draft = sealed && openDraft(ports.keyring, link, sealed)
  const { period, closesAt, smallestGroup } = wave
  return ok({ wave: { period, closesAt, smallestGroup }, questionnaire, locale: link.locale, draft })
}
