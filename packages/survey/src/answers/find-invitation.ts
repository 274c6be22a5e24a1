import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Invitation, type LinkFault, linkFault } from '../links/invitation.ts'
import { readLinkToken, type SurveyLink } from '../links/invitation-link.ts'
import { NOBODY } from '../links/link-token.ts'
import type { SurveyPorts } from '../ports.ts'

export interface LinkedInvitation {
  readonly link: SurveyLink
  readonly invitation: Invitation
  readonly isUsed: boolean
}

/**
 * Finds the invitation behind a survey link that can be answered at `now`; with `orUsed` also an answered one, because
 * its form may have been posted twice.
 */
export async function findInvitation(
  { store, keyring }: Pick<SurveyPorts, 'store' | 'keyring'>,
  token: string,
  now: Instant,
  allowsUsed = false,
): Promise<Outcome<LinkedInvitation, LinkFault>> {
  const link = readLinkToken(keyring, token)
  // A forged link is looked up too, so that its response time does not differ.
  const invitation = await store.invitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && invitation, link?.generation ?? 0, now)
  const isUsed = fault?.code === 'link-used'
  if (fault && !(isUsed && allowsUsed)) return { ok: false, fault }
  if (!link || !invitation) return fail('link-unknown')
  return ok({ link, invitation, isUsed })
}
