import { fail, type Id, type Locale, mailboxHash, type Outcome } from '@wayproof/kernel'
import { APPOINTED_ROLES, type Person, type UserRole } from '@wayproof/store'
import type { Parts } from '../trpc/context.ts'
import { mailInvitation } from './mail-invitation.ts'
import { officeFault } from './office-fault.ts'

export interface InvitePerson {
  readonly email: string
  readonly role: UserRole
  readonly locale: Locale
  /** The open invitation of this address, which the new one replaces. */
  readonly replaces?: Id | undefined
  readonly by: Person
}

const DAYS_OPEN = 14
const DAY = 86_400_000

/**
 * Invites a person by email. An open invitation of the address is replaced only if the caller names it.
 * Inviting an officer or case handler is an appointment, which another person has to confirm.
 * Faults: `email-taken`, `already-invited`, and those of `officeFault`.
 */
export async function invitePerson(
  parts: Pick<Parts, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'>,
  { email, role, locale, replaces, by }: InvitePerson,
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring } = parts
  const id = ids.next()
  const now = clock.now()
  const fault = await officeFault(parts, { id: null, email, role })
  if (fault) return fail(fault)
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
  // An officer invites directly. An administrator's proposal is mailed after a second person has confirmed it.
  if (!appointed || by.role === 'officer') await mailInvitation(parts, { id, email, role, locale, ...times })
  return invited
}
