import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { Services } from '../trpc/context.ts'
import { askAppointment, mailInvitation } from './appointment-act.ts'
import { officeFault } from './office-fault.ts'

export interface InvitePerson {
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
  /** The open invitation of this address, which the new one replaces. */
  readonly replaces?: Id | undefined
  readonly actor: Person
}

const DAYS_OPEN = 14
const DAY = 86_400_000

/**
 * Invites a person by email. An open invitation of the address is replaced only if the caller names it.
 * Inviting an officer or case handler is an appointment, which another person has to confirm.
 * Faults: `email-taken`, `already-invited`, and those of `officeFault`.
 */
export async function invitePerson(
  services: Pick<Services, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { email, role, locale, replaces, actor }: InvitePerson,
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring } = services
  const id = ids.next()
  const now = clock.now()
  const fault = await officeFault(services, { id: null, email, role })
  if (fault) return fail(fault)
  const open = (await store.people.invitations(now)).find((invitation) => invitation.email === email)
  if (open && open.id !== replaces) return fail('already-invited')
  const times = { createdAt: now, expiresAt: now + DAYS_OPEN * DAY }
  const isAppointment = APPOINTED_ROLES.some((appointedRole) => appointedRole === role)
  const by = { id: actor.id, name: actor.name, mailbox: mailboxHash(keyring, actor.email) }
  const appointment = isAppointment ? { mailbox: mailboxHash(keyring, email), by } : null
  const invite = () => store.people.invite({ id, email, role, locale, invitedBy: actor.id, ...times }, appointment)
  const invitation = isAppointment
    ? await askAppointment(services, actor, { id, userId: null, name: email, email, role, roleNow: null }, invite)
    : await invite()
  if (!invitation.ok) return invitation
  // An officer invites directly. An administrator's proposal is mailed after a second person has confirmed it.
  if (!isAppointment || actor.role === 'officer') await mailInvitation(services, { id, email, role, locale, ...times })
  return ok(null)
}
