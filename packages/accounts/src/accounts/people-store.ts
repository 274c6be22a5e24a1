import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { NewAppointment } from '../appointments/appointment.ts'
import { endAppointments } from '../appointments/end-appointments.ts'
import { insertAppointment } from '../appointments/insert-appointment.ts'
import { barUser } from '../provider-accounts/barred-sign-in.ts'
import { findInvitation, signUp } from './accept-invitation.ts'
import type { Account, Removal, RoleChange } from './account.ts'
import { endSessions } from './account-store.ts'
import { changeRole } from './change-role.ts'
import { endAccess, lastOfficerFault } from './end-access.ts'
import { type AccountEntry, accountLog } from './log/account-log.ts'
import {
  type Acceptance,
  type MailedInvitation,
  type NewUserInvitation,
  PERSON,
  type Person,
  type UserInvitation,
  type UserRole,
} from './person.ts'

export interface PeopleStore {
  list(): Promise<readonly Person[]>
  /** The same people, with the details for those who manage accounts. */
  accounts(): Promise<readonly Account[]>
  /** Changes of accounts: the newest entries, newest first. */
  log(most: number): Promise<readonly AccountEntry[]>
  /** Whether anyone can sign in. */
  anybody(): Promise<boolean>
  /** Invitations that can still be accepted, except the first officer's. */
  invitations(now: Instant): Promise<readonly UserInvitation[]>
  /**
   * Replaces an invitation to the same address. With an appointment, another person has to confirm it. Fault
   * `email-taken`.
   */
  invite(invitation: MailedInvitation, appointment?: NewAppointment | null): Promise<Outcome<null>>
  /**
   * Stores the first officer's invitation, in place of an earlier one. False and without effect once anyone can sign
   * in.
   */
  inviteFirst(invitation: NewUserInvitation): Promise<boolean>
  /** Faults `invitation-unknown`, `invitation-used`, `invitation-expired`. */
  invitation(id: Id, now: Instant): Promise<Outcome<UserInvitation>>
  /** Creates the user and uses the invitation. Faults of `invitation`, `email-missing`, `email-taken`. */
  accept(acceptance: Acceptance, now: Instant): Promise<Outcome<Person>>
  /**
   * Removes an account (its sessions and keys end at once, its name remains) or an invitation. Faults `person-unknown`,
   * `last-officer`.
   */
  revoke(removal: Removal, at: Instant): Promise<Outcome<null>>
  /**
   * Changes the role, which ends sessions and keys; with an appointment the change waits for another person. Faults
   * `person-unknown`, `role-unchanged`, `last-officer`.
   */
  changeRole(change: RoleChange, at: Instant): Promise<Outcome<null>>
  /** Fault `person-unknown`. */
  endSessions(id: Id): Promise<Outcome<null>>
}

const IN_ORDER = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

export function peopleStore(database: QueryDatabase, { keyring }: { readonly keyring: Keyring }): PeopleStore {
  const anybody = async () => (await (await database.records()).user.findFirst({ select: { id: true } })) !== null
  return {
    anybody,
    accounts: () => listAccounts(database),
    log: (most) => accountLog(database.query, most),
    list: async () => {
      const { user } = await database.records()
      return (await user.findMany({ select: PERSON, orderBy: IN_ORDER })).map(recordOf<Person>)
    },
    invitations: async (now) => {
      const { userInvitation } = await database.records()
      const open = await userInvitation.findMany({
        where: { acceptedAt: null, email: { not: null }, expiresAt: { gt: new Date(now) } },
        omit: { invitedBy: true },
        orderBy: IN_ORDER,
      })
      return open.map(recordOf<UserInvitation>)
    },
    invite: (invitation, appointment = null) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const { id, email, role, createdAt } = invitation
        if (await records.user.findUnique({ where: { email } })) return fail('email-taken')
        const earlier = await records.userInvitation.findMany({ where: { email, acceptedAt: null } })
        const replaced = { id: { in: earlier.map((other) => other.id) } }
        await endAppointments(records, replaced, createdAt)
        await records.userInvitation.deleteMany({ where: replaced })
        await records.userInvitation.create({ data: invitationRow(invitation) })
        if (appointment) await insertAppointment(records, { id, role }, appointment, createdAt)
        await addAuditEntry(records, { act: 'invited', at: createdAt, subject: id, details: { role } })
        return ok(null)
      }),
    async inviteFirst(invitation) {
      // Reads first, because every start calls this and must not wait for other writers.
      if (await anybody()) return false
      return database.transaction(async ({ records: { user, userInvitation } }) => {
        if (await user.findFirst()) return false
        await userInvitation.deleteMany({ where: { email: null, acceptedAt: null } })
        await userInvitation.create({ data: invitationRow(invitation) })
        return true
      })
    },
    invitation: async (id, now) => findInvitation(await database.records(), id, now),
    accept: (acceptance, now) => database.transaction(({ records }) => signUp(records, acceptance, now)),
    revoke: (removal, at) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const { id } = removal
        const open = await records.userInvitation.findFirst({ where: { id, acceptedAt: null } })
        if (!open) return removeAccount(records, keyring, removal, at)
        await records.userInvitation.delete({ where: { id } })
        await endAppointments(records, { id }, at)
        const { role } = open
        await addAuditEntry(records, { act: 'invitation-withdrawn', at, subject: id, details: { role } })
        return ok(null)
      }),
    changeRole: (change, at) => database.transaction(({ records }) => changeRole(records, change, at)),
    endSessions: (id) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        if (!(await records.user.findUnique({ where: { id } }))) return fail('person-unknown')
        await endSessions(records, id)
        return ok(null)
      }),
  }
}

const invitationRow = ({ createdAt, expiresAt, ...invitation }: NewUserInvitation) => ({
  ...invitation,
  createdAt: new Date(createdAt),
  expiresAt: new Date(expiresAt),
})

async function listAccounts(database: RecordDatabase): Promise<readonly Account[]> {
  const { user, appointment, apiKey } = await database.records()
  const users = await user.findMany({
    include: { sessions: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const proposals = await appointment.findMany({ where: { userId: { not: null }, confirmedAt: null } })
  const keys = await apiKey.groupBy({ by: 'createdById', where: { revokedAt: null }, _count: true })
  return users.map(({ id, name, email, role, locale, lastSignInOn, twoFactorEnabled, sessions }) => {
    const proposal = proposals.find((other) => other.userId === id && other.role !== role)
    return recordOf<Account>({
      ...{ id, name, email, role, locale, lastSignInOn },
      secondFactor: twoFactorEnabled,
      keys: keys.find(({ createdById }) => createdById === id)?._count ?? 0,
      sessions: sessions.map(({ createdAt, updatedAt }) => ({
        beganAt: createdAt.getTime(),
        usedAt: updatedAt.getTime(),
      })),
      proposal: proposal ? { id: proposal.id, role: proposal.role as UserRole } : null,
    })
  })
}

/** For a transaction: removes the account and keeps its name. Faults `person-unknown`, `last-officer`. */
async function removeAccount(
  records: Prisma.TransactionClient,
  keyring: Keyring,
  { id, by }: Removal,
  at: Instant,
): Promise<Outcome<null>> {
  const user = await records.user.findUnique({ where: { id } })
  if (!user) return fail('person-unknown')
  const fault = await lastOfficerFault(records, user)
  if (fault) return { ok: false, fault }
  await endAccess(records, id, at)
  await barUser(records, keyring, user)
  const removed = { removedAt: new Date(at), removedById: by.id, removedBy: by.name }
  await records.formerUser.create({ data: { id, name: user.name, role: user.role, ...removed } })
  await records.deadlineAlert.deleteMany({ where: { userId: id } })
  await records.user.delete({ where: { id } })
  await addAuditEntry(records, { act: 'user-removed', at, subject: id, details: { role: user.role } })
  return ok(null)
}
