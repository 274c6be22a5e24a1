import { fail, type Id, type Locale, mailboxHash, type Outcome } from '@wayproof/kernel'
import { APPOINTED_ROLES, type Person, type UserRole } from '@wayproof/store'
import { holdsOtherOffice } from './accounts/office-apart.ts'
import type { Parts } from './context.ts'

export interface InvitePerson {
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
  /** The open invitation of this address, which the new one replaces. */
  readonly replaces?: Id | undefined
  readonly by: Pick<Person, 'id' | 'name' | 'email'>
}

const DAYS_OPEN = 14
const DAY = 86_400_000

/**
 * Invites a person by letter. An open invitation of the address is replaced only by somebody who names it. That somebody becomes officer or case
 * handler is an appointment, which another person has to confirm. Faults `email-taken`, `already-invited`, and
 * `handler-is-officer` where one mailbox would read whistle-blowers' reports and be an officer's too.
 */
export async function invitePerson(
  parts: Pick<Parts, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { email, role, locale, replaces, by }: InvitePerson,
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring, timeZone } = parts
  const id = ids.next()
  const now = clock.now()
  if (await holdsOtherOffice(parts, { id: null, email, role })) return fail('handler-is-officer')
  const open = (await store.people.invitations(now)).find((each) => each.email === email)
  if (open && open.id !== replaces) return fail('already-invited')
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
