import { type Fault, fail, type Id, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { NewAppointment } from '../appointments/appointment.ts'
import type { Database } from '../engine/database.ts'
import { invitationFault, signUp } from './accept-invitation.ts'
import type { Account, Removal, RoleChange } from './account.ts'
import { type AccountEntry, accountLog } from './account-log.ts'
import { changeRole } from './change-role.ts'
import { endSessions } from './end-access.ts'
import { listAccounts } from './list-accounts.ts'
import type { Acceptance, NewUserInvitation, Person, UserInvitation } from './person.ts'
import { removeAccount } from './remove-account.ts'

export interface PeopleStore {
  list(): Promise<readonly Person[]>
  /** The same people, with what those who manage accounts see. */
  accounts(): Promise<readonly Account[]>
  /** What was done to accounts: the newest entries, newest first. */
  log(most: number): Promise<readonly AccountEntry[]>
  /** Whether anyone can sign in. */
  anybody(): Promise<boolean>
  /** Invitations that can still be accepted, except the first officer's. */
  invitations(now: Instant): Promise<readonly UserInvitation[]>
  /** Replaces an invitation to the same address. With an appointment, somebody else has to confirm it. Fault `email-taken`. */
  invite(invitation: NewUserInvitation, appointment?: NewAppointment | null): Promise<Outcome<null>>
  /** The first officer's way in; replaces the one before. False, and nothing done, once anyone can sign in. */
  inviteFirst(invitation: NewUserInvitation): Promise<boolean>
  /** Faults `invitation-unknown`, `invitation-used`, `invitation-expired`. */
  invitation(id: Id, now: Instant): Promise<Outcome<UserInvitation>>
  /** Makes the user and spends the invitation at once. Faults of `invitation`, `email-missing`, `email-taken`. */
  accept(acceptance: Acceptance, now: Instant): Promise<Outcome<Person>>
  /** Removes an account (its sessions and keys end at once, its name stays) or an invitation. Faults `person-unknown`, `last-officer`. */
  revoke(removal: Removal, at: Instant): Promise<Outcome<null>>
  /**
   * Changes the role, which ends sessions and keys; with an appointment the change waits for somebody else. Faults
   * `person-unknown`, `role-unchanged`, `last-officer`.
   */
  changeRole(change: RoleChange, at: Instant): Promise<Outcome<null>>
  /** Fault `person-unknown`. */
  endSessions(id: Id): Promise<Outcome<null>>
}

const ANYBODY = 'SELECT 1 FROM user LIMIT 1'

const PERSON = 'id, name, email, role, locale'
const INVITATION = `id, email, role, locale, created_at AS createdAt, expires_at AS expiresAt,
  accepted_at AS acceptedAt`

export function peopleStore(database: Database, { keyring }: { readonly keyring: Keyring }): PeopleStore {
  return {
    anybody: async () => database.read(ANYBODY).get() !== undefined,
    accounts: async () => listAccounts(database),
    log: async (most) => accountLog(database, most),
    list: async () => database.read<Person>(`SELECT ${PERSON} FROM user ORDER BY created_at, id`).all(),
    invitations: async (now) => database.read<UserInvitation>(PENDING).all(now),
    invite: (invitation, appointment = null) =>
      database.write((sql): Outcome<null> => {
        if (sql('SELECT 1 FROM user WHERE email = ?').get(invitation.email)) return fail('email-taken')
        const earlier = 'user_invitation WHERE email = ? AND accepted_at IS NULL'
        sql(`DELETE FROM appointment WHERE confirmed_at IS NULL AND id IN (SELECT id FROM ${earlier})`).run(
          invitation.email,
        )
        sql(`DELETE FROM ${earlier}`).run(invitation.email)
        sql(INSERT).run({ ...invitation })
        if (appointment) sql(APPOINT).run(appointmentValues(invitation, appointment))
        return ok(null)
      }),
    async inviteFirst(invitation) {
      // A look first: every start asks, and must not wait for whoever writes.
      if (database.read(ANYBODY).get()) return false
      return database.write((sql) => {
        if (sql(ANYBODY).get()) return false
        sql('DELETE FROM user_invitation WHERE email IS NULL AND accepted_at IS NULL').run()
        sql(INSERT).run({ ...invitation })
        return true
      })
    },
    invitation: async (id, now) => {
      const found = database.read<UserInvitation>(`SELECT ${INVITATION} FROM user_invitation WHERE id = ?`).get(id)
      const fault: Fault | null = invitationFault(found, now)
      return fault ? { ok: false, fault } : ok(found!)
    },
    accept: (acceptance, now) => database.write((sql) => signUp(sql, acceptance, now)),
    revoke: (removal, at) =>
      database.write((sql): Outcome<null> => {
        const { id } = removal
        if (sql('DELETE FROM user_invitation WHERE id = ? AND accepted_at IS NULL').run(id).changes === 0)
          return removeAccount(sql, keyring, removal, at)
        sql('DELETE FROM appointment WHERE id = ? AND confirmed_at IS NULL').run(id)
        return ok(null)
      }),
    changeRole: (change, at) => database.write((sql) => changeRole(sql, change, at)),
    endSessions: (id) =>
      database.write((sql): Outcome<null> => {
        if (!sql('SELECT 1 FROM user WHERE id = ?').get(id)) return fail('person-unknown')
        endSessions(sql, id)
        return ok(null)
      }),
  }
}

const PENDING = `SELECT ${INVITATION} FROM user_invitation
  WHERE accepted_at IS NULL AND email IS NOT NULL AND expires_at > ? ORDER BY created_at, id`

const INSERT = `INSERT INTO user_invitation (id, email, role, locale, invited_by, created_at, expires_at)
  VALUES (@id, @email, @role, @locale, @invitedBy, @createdAt, @expiresAt)`

const APPOINT = `INSERT INTO appointment (id, role, mailbox, appointed_by_id, appointed_by, appointed_mailbox, appointed_at)
  VALUES (@id, @role, @mailbox, @byId, @byName, @byMailbox, @at)`

const appointmentValues = ({ id, role, createdAt }: NewUserInvitation, { mailbox, by }: NewAppointment) => {
  return { id, role, mailbox, byId: by.id, byName: by.name, byMailbox: by.mailbox, at: createdAt }
}
