import { type Locale, type Outcome, ok } from '@wayproof/kernel'
import type { Invitation, LinkFault } from '../links/invitation.ts'
import type { SurveyPorts } from '../ports.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Answer } from './answer.ts'
import { openDraft } from './draft.ts'
import { type FoundInvitation, findInvitation } from './find-invitation.ts'

export interface ShownInvitation {
  readonly wave: Pick<Invitation['wave'], 'period' | 'closesAt' | 'smallestGroup'>
  readonly questionnaire: Questionnaire
  /** Language of the letter that contained the link. */
  readonly locale: Locale
  /** The stored draft; null if there is none. */
  readonly draft: Answer | null
}

/** A form that was not stored is shown again, so its fault carries the invitation that was read. */
export type Refused<F> = F & { readonly shown: ShownInvitation }

/** Returns the questionnaire and draft behind a survey link. Reads only, because mail scanners open links. */
export async function showInvitation(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<ShownInvitation, LinkFault>> {
  const found = await findInvitation(ports, token, ports.clock.now())
  return found.ok ? ok(shownInvitation(ports, found.value)) : found
}

export function shownInvitation(
  { keyring }: Pick<SurveyPorts, 'keyring'>,
  { link, invitation }: FoundInvitation,
): ShownInvitation {
  const { wave, questionnaire, draft: sealed } = invitation
  const { period, closesAt, smallestGroup } = wave
  const draft = sealed && openDraft(keyring, link, sealed)
  return { wave: { period, closesAt, smallestGroup }, questionnaire, locale: link.locale, draft }
}
