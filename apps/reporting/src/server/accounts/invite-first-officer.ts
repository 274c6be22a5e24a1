import { userInvitationToken } from '@wayproof/letters/letter/account-link'
import type { Services } from '../trpc/context.ts'

const HOURS_OPEN = 72
const HOUR = 3_600_000

/**
 * Creates the link with which the first officer signs up, once. Every start creates a new link and ends the previous
 * one. Null if someone can sign in.
 */
export async function inviteFirstOfficer({
  store,
  clock,
  ids,
  keyring,
  defaultLocale,
  reportingUrl,
}: Pick<Services, 'store' | 'clock' | 'ids' | 'keyring' | 'defaultLocale' | 'reportingUrl'>): Promise<string | null> {
  const id = ids.next()
  const now = clock.now()
  const isInvited = await store.people.inviteFirst({
    id,
    email: null,
    role: 'officer',
    locale: defaultLocale,
    invitedBy: null,
    createdAt: now,
    expiresAt: now + HOURS_OPEN * HOUR,
  })
  return isInvited ? `${reportingUrl}/invitation/${userInvitationToken(keyring, id)}` : null
}
