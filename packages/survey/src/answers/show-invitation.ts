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
  /** The language of the letter that the link stands in. */
  readonly locale: Locale
  /** What was kept of an answer that is not finished; null when nothing was. */
  readonly draft: Answer | null
}

/** What a link leads to. Reads only: mail scanners open links. */
export async function showInvitation(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<ShownInvitation, LinkFault>> {
  const now = ports.clock.now()
  const link = readLinkToken(ports.keyring, token)
  // A link that nobody made is looked up all the same, so that the time does not tell it apart.
  const found = await ports.store.openedInvitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && found, link?.generation ?? 0, now)
  if (fault) return { ok: false, fault }
  if (!link || !found) throw new Error('a link without an invitation has no fault')
  const { wave, questionnaire, draft: sealed } = found
  const draft = sealed && openDraft(ports.keyring, link, sealed)
  const { period, closesAt, smallestGroup } = wave
  return ok({ wave: { period, closesAt, smallestGroup }, questionnaire, locale: link.locale, draft })
}
