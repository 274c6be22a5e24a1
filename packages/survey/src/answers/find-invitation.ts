import { fail, type Instant, type Outcome, ok } from '@wayproof/kernel'
import { type Invitation, type LinkFault, linkFault } from '../links/invitation.ts'
import { readLinkToken, type SurveyLink } from '../links/invitation-link.ts'
import { NOBODY } from '../links/link-token.ts'
import type { SurveyPorts } from '../ports.ts'

export interface FoundInvitation {
  readonly link: SurveyLink
  readonly invitation: Invitation
}

/** Finds the invitation behind a survey link that can be answered at `now`. */
export async function findInvitation(
  ports: Pick<SurveyPorts, 'store' | 'keyring'>,
  token: string,
  now: Instant,
): Promise<Outcome<FoundInvitation, LinkFault>> {
  const found = await findAnswerable(ports, token, now)
  return found.ok && found.value.used ? fail('link-used') : found
}

/** Like `findInvitation`, but also finds an answered invitation, because its form may have been posted twice. */
export async function findAnswerable(
  { store, keyring }: Pick<SurveyPorts, 'store' | 'keyring'>,
  token: string,
  now: Instant,
): Promise<Outcome<FoundInvitation & { readonly used: boolean }, LinkFault>> {
  const link = readLinkToken(keyring, token)
  // A forged link is looked up too, so that its response time does not differ.
  const invitation = await store.invitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && invitation, link?.generation ?? 0, now)
  if (fault && fault.code !== 'link-used') return { ok: false, fault }
  if (!link || !invitation) return fail('link-unknown')
  return ok({ link, invitation, used: fault !== null })
}
