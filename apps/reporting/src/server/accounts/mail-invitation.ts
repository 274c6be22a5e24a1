import type { UserInvitation } from '@wayproof/accounts/accounts/person'
import type { Services } from '../trpc/context.ts'

/** Mails the link of an invitation once. */
export async function mailInvitation(
  { store, clock, timeZone }: Pick<Services, 'store' | 'clock' | 'timeZone'>,
  { id, email, role, locale, expiresAt }: Omit<UserInvitation, 'createdAt' | 'acceptedAt'>,
): Promise<void> {
  if (email === null) return
  const data = { userInvitationId: id, role, until: { at: expiresAt, timeZone } }
  const letter = { kind: 'user-invitation', locale, data } as const
  const recipient = { kind: 'address', id: email } as const
  await store.outbox.post([{ letter, recipient, dedupeKey: `user-invitation:${id}` }], clock.now())
}
