import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { ReadQuery } from '@wayproof/database/query/query'
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
import {
  type Acceptance,
  type MailedInvitation,
  type NewUserInvitation,
  PERSON,
  type Person,
  type UserInvitation,
  type UserRole,
} from './person.ts'
import { userName } from './user-name.ts'

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

type AccountDeed =
  | 'invited'
  | 'joined'
  | 'role-changed'
  | 'role-proposed'
  | 'appointment-confirmed'
  | 'removed'
  | 'link-made'
  | 'link-used'
  | 'factor-required'
  | 'reset-requested'
  | 'reset-confirmed'
  | 'key-made'

/** A change of an account. */
interface AccountEntry {
  readonly at: Instant
  readonly deed: AccountDeed
  /** Null if no person is recorded, or a command on the server made the change. */
  readonly by: string | null
  /** A name, the address of a person who has not joined, or the name of an API key; null for a rule about a role. */
  readonly about: string | null
  readonly role: UserRole | null
}

const INVITED = `SELECT created_at AS at, 'invited' AS deed,
    coalesce((SELECT appointed_by FROM appointment WHERE appointment.id = user_invitation.id), ${userName('invited_by')}) AS "by", email AS about, role
  FROM user_invitation WHERE email IS NOT NULL`
const JOINED = `SELECT accepted_at, 'joined', coalesce(name, user_invitation.email), coalesce(name, user_invitation.email), user_invitation.role
  FROM user_invitation LEFT JOIN "user" ON "user".email = user_invitation.email
  WHERE accepted_at IS NOT NULL AND user_invitation.email IS NOT NULL`
/** The sign-in provider creates users without an invitation. */
const JOINED_BY_PROVIDER = `SELECT created_at, 'joined', name, name, role FROM "user"
  WHERE EXISTS (SELECT 1 FROM account WHERE account.user_id = "user".id AND provider_id <> 'credential')
    AND NOT EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.email = "user".email AND accepted_at IS NOT NULL)`
/** A confirmed appointment records who changed the role; other changes of a role have only a moment. */
const ROLE_CHANGED = `SELECT role_since, 'role-changed', NULL, name, role FROM "user" WHERE role_since IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM appointment WHERE user_id = "user".id AND confirmed_at = role_since)`
const PROPOSED = `SELECT appointed_at, 'role-proposed', appointed_by, name, role FROM appointment
  WHERE NOT EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.id = appointment.id)`
const CONFIRMED = `SELECT confirmed_at, 'appointment-confirmed', confirmed_by, coalesce(name,
    (SELECT email FROM user_invitation WHERE user_invitation.id = appointment.id)), role
  FROM appointment WHERE confirmed_at IS NOT NULL`
const REMOVED = `SELECT removed_at, 'removed', removed_by, name, role FROM former_user`
const LINK_MADE = `SELECT made_at, 'link-made', NULL, name, NULL FROM officer_recovery`
const LINK_USED = `SELECT used_at, 'link-used', name, name, NULL FROM officer_recovery WHERE used_at IS NOT NULL`
const REQUIRED = `SELECT required_at, 'factor-required', required_by, NULL, role FROM second_factor_rule`
const RESET_REQUESTED = `SELECT asked_at, 'reset-requested', asked_by, name, NULL FROM second_factor_reset`
const RESET_CONFIRMED = `SELECT confirmed_at, 'reset-confirmed', confirmed_by, name, NULL FROM second_factor_reset
  WHERE confirmed_at IS NOT NULL`
const KEY_MADE = `SELECT created_at, 'key-made', created_by, name, NULL FROM api_key`

const DEEDS = [
  INVITED,
  JOINED,
  JOINED_BY_PROVIDER,
  ROLE_CHANGED,
  PROPOSED,
  CONFIRMED,
  REMOVED,
  LINK_MADE,
  LINK_USED,
  REQUIRED,
]
const LOG = `${[...DEEDS, RESET_REQUESTED, RESET_CONFIRMED, KEY_MADE].join('\n  UNION ALL ')}
  ORDER BY at DESC, deed, about NULLS FIRST LIMIT @most`

/** The newest entries first. */
const accountLog = (query: ReadQuery, most: number): Promise<readonly AccountEntry[]> =>
  query.all<AccountEntry>(LOG, { most })
