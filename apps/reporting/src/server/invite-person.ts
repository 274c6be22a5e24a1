import type { Id, Locale, Outcome } from '@wayproof/kernel'
import type { UserRole } from '@wayproof/store'
import type { Parts } from './context.ts'

export interface InvitePerson {
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
  readonly by: Id
}

const DAYS_OPEN = 14
const DAY = 86_400_000

/** Invites a person by letter; whoever was invited and has not come gets a new link. Fault `email-taken`. */
export async function invitePerson(
  { store, clock, ids }: Pick<Parts, 'store' | 'clock' | 'ids'>,
  { email, role, locale, by }: InvitePerson,
): Promise<Outcome<null>> {
  const id = ids.next()
  const now = clock.now()
  const times = { createdAt: now, expiresAt: now + DAYS_OPEN * DAY }
  const invited = await store.people.invite({ id, email, role, locale, invitedBy: by, ...times })
  if (!invited.ok) return invited
  const letter = { kind: 'user-invitation', locale, data: { userInvitationId: id, role } } as const
  const recipient = { kind: 'address', id: email } as const
  await store.outbox.post([{ letter, recipient, dedupeKey: `user-invitation:${id}` }], now)
  return invited
}
