import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Acceptance, Person, UserInvitation } from './person.ts'

/** Faults `invitation-unknown`, `invitation-used`, `invitation-expired`. */
export async function findInvitation(
  { userInvitation }: Pick<Prisma.TransactionClient, 'userInvitation'>,
  id: Id,
  now: Instant,
): Promise<Outcome<UserInvitation>> {
  const invitation = await userInvitation.findUnique({ where: { id }, omit: { invitedBy: true } })
  if (!invitation) return fail('invitation-unknown')
  if (invitation.acceptedAt) return fail('invitation-used')
  return invitation.expiresAt.getTime() <= now ? fail('invitation-expired') : ok(recordOf<UserInvitation>(invitation))
}

/**
 * For a transaction: uses the invitation, and creates the user with its role and the account with the password. The
 * caller cannot choose the role.
 */
export async function signUp(
  records: Prisma.TransactionClient,
  acceptance: Acceptance,
  now: Instant,
): Promise<Outcome<Person>> {
  const joined = await spendInvitation(records, acceptance, now)
  if (!joined.ok) return joined
  const { userId, accountId: id, passwordHash: password } = acceptance
  const moments = { createdAt: new Date(now), updatedAt: new Date(now) }
  await records.account.create({
    data: { id, accountId: userId, providerId: 'credential', userId, password, ...moments },
  })
  return joined
}

/** For a transaction: uses the invitation and creates the user with its role, who cannot sign in yet. */
export async function spendInvitation(
  records: Prisma.TransactionClient,
  acceptance: Omit<Acceptance, 'accountId' | 'passwordHash'>,
  now: Instant,
): Promise<Outcome<Person>> {
  const openInvitation = await findInvitation(records, acceptance.invitationId, now)
  if (!openInvitation.ok) return openInvitation
  const { id, role, email: invited } = openInvitation.value
  const email = invited ?? acceptance.email
  if (!email) return fail('email-missing')
  const { userId, name, locale } = acceptance
  const joined = await insertUser(records, { id: userId, name, email, role, locale }, now)
  if (!joined.ok) return joined
  await records.userInvitation.update({ where: { id }, data: { acceptedAt: new Date(now) } })
  await records.appointment.updateMany({ where: { id }, data: { userId, name } })
  return joined
}

/** For a transaction: creates the user. Fault `email-taken`. */
export async function insertUser(
  records: Prisma.TransactionClient,
  { id, name, email, role, locale }: Person,
  now: Instant,
): Promise<Outcome<Person>> {
  if (await records.user.findUnique({ where: { email } })) return fail('email-taken')
  const person = { id, name, email, role, locale }
  // The address is verified: the link was sent to it, the operator typed it at the machine, or the provider has
  // verified it.
  await records.user.create({
    data: { ...person, emailVerified: true, createdAt: new Date(now), updatedAt: new Date(now) },
  })
  const joined = { act: 'joined', at: now, subject: id, details: { role } } as const
  await actingAs({ actorId: id, at: now }, () => addAuditEntry(records, joined))
  return ok(person)
}
