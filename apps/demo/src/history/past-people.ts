import { hashPassword } from '@wayproof/accounts/accounts/password-hash'
import type { Person, UserRole } from '@wayproof/accounts/accounts/person'
import { APPOINTED_ROLES } from '@wayproof/accounts/appointments/appointment'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import type { Id } from '@wayproof/kernel/id'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { NewUser } from '@wayproof/local-stack/clients/officer'
import {
  approvingOfficer,
  caseHandler,
  departmentAccounts,
  executives,
  firstOfficer,
  sampleAuditor,
} from '@wayproof/sample-company/people'
import { done, type Past } from './open-past.ts'

const DAYS_OPEN_MS = 14 * 86_400_000

/** People of the company who act in its past. */
export interface PastPeople {
  readonly officer: Person
  /** The second officer. */
  readonly deputy: Person
  readonly chief: Person
  /** The people who answer for the goals, the officer among them. */
  readonly owners: readonly Person[]
}

/** Runs `work` as this person, under whose name the audit log has it. */
export const as = <T>({ clock }: Past, { id }: Person, work: () => Promise<T>): Promise<T> =>
  actingAs({ actorId: id, at: clock.now() }, work)

/** A person as one who acts where two people are required. */
export const acting = async ({ store, keyring }: Past, { id, name, email }: Person) => ({
  ...{ id, name, mailbox: mailboxHash(keyring, email), confirmed: await store.appointments.isConfirmed(id) },
})

/** The first officer signs up and invites the others; a third person confirms each appointment. */
export async function hirePeople(past: Past): Promise<PastPeople> {
  const { store, ids } = past
  const id = ids.next()
  await store.people.inviteFirst({ ...invitation(past, id, 'officer'), email: null, invitedBy: null })
  const officer = await join(past, id, firstOfficer)
  const chief = await hire(past, officer, executives[0], 'executive')
  const invite = (user: NewUser, role: UserRole) => hire(past, officer, user, role, chief)
  const deputy = await invite(approvingOfficer, 'officer')
  await invite(executives[1], 'executive')
  await invite(sampleAuditor, 'auditor')
  await invite(caseHandler, 'case-handler')
  const departments: Person[] = []
  for (const account of departmentAccounts) departments.push(await invite(account, account.role))
  return { officer, deputy, chief, owners: [officer, ...departments] }
}

const invitation = ({ clock }: Past, id: Id, role: UserRole) => ({
  ...{ id, role, locale: 'zh-CN' as const, createdAt: clock.now(), expiresAt: clock.now() + DAYS_OPEN_MS },
})

async function hire(past: Past, officer: Person, user: NewUser, role: UserRole, confirmer?: Person): Promise<Person> {
  const { store, ids, clock, keyring } = past
  const id = ids.next()
  const by = { id: officer.id, name: officer.name, mailbox: mailboxHash(keyring, officer.email) }
  const isAppointed = APPOINTED_ROLES.some((appointed) => appointed === role)
  const appointment = isAppointed ? { mailbox: mailboxHash(keyring, user.email), by } : null
  const invited = { ...invitation(past, id, role), email: user.email, locale: user.locale, invitedBy: officer.id }
  done(await as(past, officer, () => store.people.invite(invited, appointment)))
  if (appointment && confirmer)
    done(await as(past, confirmer, () => store.appointments.confirm(id, confirmer, clock.now())))
  return join(past, id, user)
}

async function join({ store, ids, tokens, clock }: Past, invitationId: Id, user: NewUser): Promise<Person> {
  const { name, email, locale } = user
  const passwordHash = await hashPassword(user.password, tokens)
  const acceptance = { invitationId, userId: ids.next(), accountId: ids.next(), name, email, passwordHash, locale }
  return done(await store.people.accept(acceptance, clock.now()))
}
