import { fail, type Hand, type Instant, type Outcome, ok } from '@wayproof/kernel'
import { giveRole, proposedChange } from '../accounts/change-role.ts'
import { lastOfficerFault } from '../accounts/end-access.ts'
import type { UserRole } from '../accounts/person.ts'
import type { Database } from '../engine/database.ts'
import type { AppointmentStore } from './appointment.ts'
import { confirmedUser } from './confirmed-user.ts'

const OPEN = `(EXISTS (SELECT 1 FROM user WHERE user.id = appointment.user_id)
  OR EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.id = appointment.id AND accepted_at IS NULL
    AND expires_at > @now))`

const LIST = `SELECT id, role, appointed_by AS appointedBy, appointed_at AS appointedAt, confirmed_by, confirmed_at,
    (SELECT role FROM user WHERE user.id = appointment.user_id AND user.role <> appointment.role) AS roleNow,
    coalesce((SELECT name FROM user WHERE user.id = appointment.user_id), name) AS name,
    coalesce((SELECT email FROM user WHERE user.id = appointment.user_id),
      (SELECT email FROM user_invitation WHERE user_invitation.id = appointment.id AND accepted_at IS NULL)) AS email
  FROM appointment WHERE confirmed_at IS NOT NULL OR ${OPEN} ORDER BY appointed_at DESC, id`

const HANDS = `SELECT appointed_by_id AS id, appointed_mailbox AS mailbox FROM appointment WHERE id = @id
  UNION ALL SELECT coalesce(user_id, id), mailbox FROM appointment WHERE id = @id`

const WAITING = `SELECT 1 FROM appointment WHERE id = @id AND confirmed_at IS NULL AND ${OPEN}`

const CONFIRM = `UPDATE appointment SET confirmed_by_id = @byId, confirmed_by = @byName, confirmed_at = @now
  WHERE id = @id`

const WITHDRAW = `DELETE FROM appointment WHERE id = ? AND confirmed_at IS NULL
  AND EXISTS (SELECT 1 FROM user WHERE user.id = appointment.user_id AND user.role <> appointment.role)`

const UNCONFIRMED = `SELECT 1 FROM user WHERE id = ? AND NOT ${confirmedUser('user')}`

interface AppointmentRow {
  readonly id: string
  readonly role: UserRole
  readonly name: string | null
  readonly email: string | null
  readonly roleNow: UserRole | null
  readonly appointedBy: string
  readonly appointedAt: Instant
  readonly confirmed_by: string | null
  readonly confirmed_at: Instant | null
}

/** Appointments of officers and case handlers, and who confirmed them. */
export function appointmentStore(database: Database): AppointmentStore {
  return {
    list: async (now) => database.read<AppointmentRow>(LIST).all({ now }).map(appointmentOf),
    hands: async (id) => database.read<Hand>(HANDS).all({ id }),
    confirm: (id, by, now) =>
      database.write((sql): Outcome<null> => {
        if (!sql(WAITING).get({ id, now })) return fail('appointment-unknown')
        const change = proposedChange(sql, id)
        const fault = change && lastOfficerFault(sql, change)
        if (fault) return { ok: false, fault }
        sql(CONFIRM).run({ id, byId: by.id, byName: by.name, now })
        if (change) giveRole(sql, { id: change.id, role: change.newRole }, now)
        return ok(null)
      }),
    withdraw: (id) =>
      database.write((sql) => (sql(WITHDRAW).run(id).changes === 1 ? ok(null) : fail('appointment-unknown'))),
    isConfirmed: async (userId) => database.read(UNCONFIRMED).get(userId) === undefined,
  }
}

const appointmentOf = ({ confirmed_by, confirmed_at, ...rest }: AppointmentRow) => ({
  ...rest,
  confirmed: confirmed_by !== null && confirmed_at !== null ? { by: confirmed_by, at: confirmed_at } : null,
})
