import { fail, type Id, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Sql } from '../engine/sql.ts'
import type { RoleChange } from './account.ts'
import { endAccess, lastOfficerFault } from './end-access.ts'
import type { UserRole } from './person.ts'

export interface ProposedChange {
  readonly id: Id
  /** The role the user has until then. */
  readonly role: UserRole
  readonly newRole: UserRole
}

const USER = 'SELECT id, name, role FROM user WHERE id = ?'
const PROPOSE = `INSERT INTO appointment (id, user_id, name, role, mailbox, appointed_by_id, appointed_by, appointed_mailbox,
    appointed_at)
  VALUES (@id, @userId, @name, @role, @mailbox, @byId, @byName, @byMailbox, @at)`

/**
 * Inside a transaction: changes the role at once, or proposes it where two people appoint to it. Either replaces what waited
 * for confirmation about this user. Faults `person-unknown`, `role-unchanged`, `last-officer`.
 */
export function changeRole(sql: Sql, { id, role, appointment }: RoleChange, at: Instant): Outcome<null> {
  const user = sql<{ id: Id; name: string; role: UserRole }>(USER).get(id)
  if (!user) return fail('person-unknown')
  if (user.role === role) return fail('role-unchanged')
  const fault = lastOfficerFault(sql, user)
  if (fault) return { ok: false, fault }
  if (!appointment) {
    giveRole(sql, { id, role }, at)
    return ok(null)
  }
  const { mailbox, by } = appointment
  sql('DELETE FROM appointment WHERE user_id = ? AND confirmed_at IS NULL AND role <> ?').run(id, user.role)
  const hands = { byId: by.id, byName: by.name, byMailbox: by.mailbox }
  sql(PROPOSE).run({ id: appointment.id, userId: id, name: user.name, role, mailbox, ...hands, at })
  return ok(null)
}

/** Inside a transaction: the change of role that this appointment is; null for an invitation. */
export const proposedChange = (sql: Sql, appointment: Id): ProposedChange | null =>
  sql<ProposedChange>(PROPOSED).get(appointment) ?? null

const PROPOSED = `SELECT user.id AS id, user.role AS role, appointment.role AS newRole FROM appointment
  JOIN user ON user.id = appointment.user_id WHERE appointment.id = ? AND appointment.role <> user.role`

/** Inside a transaction: the role, from now on; sessions, keys and other proposals end. */
export function giveRole(sql: Sql, { id, role }: { readonly id: Id; readonly role: UserRole }, at: Instant): void {
  sql('UPDATE user SET role = ?, role_since = ?, updated_at = ? WHERE id = ?').run(role, at, at, id)
  endAccess(sql, id, at)
}
