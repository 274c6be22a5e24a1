import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { NewAppointment } from '../appointments/appointment.ts'
import { endAppointments } from '../appointments/end-appointments.ts'
import { insertAppointment } from '../appointments/insert-appointment.ts'
import { findInvitation, signUp } from './accept-invitation.ts'
import type { Account, Removal, RoleChange } from './account.ts'
import { endSessions } from './account-store.ts'
import { changeRole } from './change-role.ts'
import { listAccounts } from './list-accounts.ts'
import { type AccountEntry, accountLog } from './log/account-log.ts'
import {
  type Acceptance,
  type MailedInvitation,
  type NewUserInvitation,
  PERSON,
  type Person,
  type UserInvitation,
} from './person.ts'
import { removeAccount } from './remove-account.ts'

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
