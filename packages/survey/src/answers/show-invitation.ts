import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Invitation, LinkFault } from '../links/invitation.ts'
import type { SurveyPorts } from '../ports.ts'
import { type Draft, draftTag, openDraft } from './draft.ts'
import { findInvitation, type LinkedInvitation } from './find-invitation.ts'

export interface InvitationView {
  readonly wave: Pick<Invitation['wave'], 'period' | 'closesAt' | 'smallestGroup'>
  readonly questionnaire: Questionnaire
  /** Language of the letter that contained the link. */
  readonly locale: Locale
  /** The stored draft; null if there is none. */
  readonly draft: Draft | null
  /** Identifies the stored draft; null if there is none. */
  readonly draftTag: string | null
}

/** A form that was not stored is shown again, so its fault carries the invitation that was read. */
export type RefusedWithView<F> = F & { readonly invitation: InvitationView }

/** Returns the questionnaire and draft behind a survey link. Reads only, because mail scanners open links. */
export async function showInvitation(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { token }: { readonly token: string },
): Promise<Outcome<InvitationView, LinkFault>> {
  const linked = await findInvitation(ports, token, ports.clock.now())
  return linked.ok ? ok(invitationView(ports, linked.value)) : linked
}

export function invitationView(
  { keyring }: Pick<SurveyPorts, 'keyring'>,
  { link, invitation }: LinkedInvitation,
): InvitationView {
  const { wave, questionnaire, draft: sealed } = invitation
  const { period, closesAt, smallestGroup } = wave
  const draft = sealed && openDraft(keyring, link, sealed)
  return {
    wave: { period, closesAt, smallestGroup },
    questionnaire,
    locale: link.locale,
    draft,
    draftTag: draft && sealed && draftTag(sealed),
  }
}
