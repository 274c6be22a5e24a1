import { fail, type Locale, mailboxHash, type Outcome } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import { APPOINTED_ROLES, type Person, type UserRole } from '@wayproof/store'
import type { Parts } from './context.ts'

export interface InvitePerson {
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
  readonly by: Pick<Person, 'id' | 'name' | 'email'>
}

const DAYS_OPEN = 14
const DAY = 86_400_000

/**
 * Invites a person by letter; whoever was invited and has not come gets a new link. That somebody becomes officer or case
 * handler is an appointment, which another person has to confirm. Faults `email-taken`, and
 * `handler-is-officer` where one mailbox would read whistle-blowers' reports and be an officer's too.
 */
export async function invitePerson(
  parts: Pick<Parts, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { email, role, locale, by }: InvitePerson,
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring, timeZone } = parts
  const id = ids.next()
  const now = clock.now()
  if (await holdsBothOffices(parts, { email, role })) return fail('handler-is-officer')
  const times = { createdAt: now, expiresAt: now + DAYS_OPEN * DAY }
  const appointed = APPOINTED_ROLES.some((each) => each === role)
  const officer = { id: by.id, name: by.name, mailbox: mailboxHash(keyring, by.email) }
  const invited = await store.people.invite(
    { id, email, role, locale, invitedBy: by.id, ...times },
    appointed ? { mailbox: mailboxHash(keyring, email), by: officer } : null,
  )
  if (!invited.ok) return invited
  const until = { at: times.expiresAt, timeZone }
  const letter = { kind: 'user-invitation', locale, data: { userInvitationId: id, role, until } } as const
  const recipient = { kind: 'address', id: email } as const
  await store.outbox.post([{ letter, recipient, dedupeKey: `user-invitation:${id}` }], now)
  return invited
}

const APART: Readonly<Partial<Record<UserRole, UserRole>>> = { 'case-handler': 'officer', officer: 'case-handler' }

/** Whether this mailbox, however it is spelt, has or is to have the office that must be another's. */
async function holdsBothOffices(
  { store, clock, keyring }: Pick<Parts, 'store' | 'clock' | 'keyring'>,
  { email, role }: Pick<InvitePerson, 'email' | 'role'>,
): Promise<boolean> {
  const other = APART[role]
  if (other === undefined) return false
  const all = [...(await store.people.list()), ...(await store.people.invitations(clock.now()))]
  const mailbox = mailboxHash(keyring, email)
  return all.some((one) => one.role === other && one.email && equalBytes(mailboxHash(keyring, one.email), mailbox))
}
