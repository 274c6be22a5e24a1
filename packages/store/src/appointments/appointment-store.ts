import type { Hand, Instant } from '@wayproof/kernel'
import type { UserRole } from '../person.ts'
import type { Database } from '../sqlite/database.ts'
import type { AppointmentStore } from './appointment.ts'

/** Condition on `appointment.user_id`: nothing is left to confirm. */
export const confirmedUser = (id: string) =>
  `NOT EXISTS (SELECT 1 FROM appointment WHERE appointment.user_id = ${id} AND confirmed_at IS NULL)`

const OPEN = `(EXISTS (SELECT 1 FROM user WHERE user.id = appointment.user_id)
  OR EXISTS (SELECT 1 FROM user_invitation WHERE user_invitation.id = appointment.id AND accepted_at IS NULL
    AND expires_at > @now))`

const LIST = `SELECT id, role, appointed_by AS appointedBy, appointed_at AS appointedAt, confirmed_by, confirmed_at,
    coalesce((SELECT name FROM user WHERE user.id = appointment.user_id), name) AS name,
    coalesce((SELECT email FROM user WHERE user.id = appointment.user_id),
      (SELECT email FROM user_invitation WHERE user_invitation.id = appointment.id AND accepted_at IS NULL)) AS email
  FROM appointment WHERE confirmed_at IS NOT NULL OR ${OPEN} ORDER BY appointed_at DESC, id`

const HANDS = `SELECT appointed_by_id AS id, appointed_mailbox AS mailbox FROM appointment WHERE id = @id
  UNION ALL SELECT coalesce(user_id, id), mailbox FROM appointment WHERE id = @id`

const CONFIRM = `UPDATE appointment SET confirmed_by_id = @byId, confirmed_by = @byName, confirmed_at = @now
  WHERE id = @id AND confirmed_at IS NULL AND ${OPEN}`

interface AppointmentRow {
  readonly id: string
  readonly role: UserRole
  readonly name: string | null
  readonly email: string | null
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
      database.write((sql) => sql(CONFIRM).run({ id, byId: by.id, byName: by.name, now }).changes === 1),
    isConfirmed: async (userId) => database.read(`SELECT 1 WHERE ${confirmedUser('?')}`).get(userId) !== undefined,
  }
}

const appointmentOf = ({ confirmed_by, confirmed_at, ...rest }: AppointmentRow) => ({
  ...rest,
  confirmed: confirmed_by !== null && confirmed_at !== null ? { by: confirmed_by, at: confirmed_at } : null,
})
