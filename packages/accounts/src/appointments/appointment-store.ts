import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry, addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { giveRole } from '../accounts/change-role.ts'
import { lastOfficerFault } from '../accounts/end-access.ts'
import type { UserRole } from '../accounts/person.ts'
import type { Appointment, AppointmentStore } from './appointment.ts'
import { confirmedUsers } from './confirmed-users.ts'
import { endAppointments } from './end-appointments.ts'

/** Appointments of officers and case handlers, with their confirmations. */
export function appointmentStore(database: RecordDatabase): AppointmentStore {
  return {
    list: async (now) => {
      const { appointment, user, userInvitation } = await database.records()
      const appointments = await appointment.findMany({ orderBy: [{ appointedAt: 'desc' }, { id: 'asc' }] })
      const users = await user.findMany({ where: { id: { in: appointments.flatMap(({ userId }) => userId ?? []) } } })
      const invitations = await userInvitation.findMany({
        where: { id: { in: appointments.map(({ id }) => id) }, acceptedAt: null },
      })
      return appointments.flatMap(({ id, userId, name, role, appointedBy, appointedAt, confirmedBy, confirmedAt }) => {
        const person = users.find((other) => other.id === userId)
        const invitation = invitations.find((other) => other.id === id)
        const isOpen = person || (invitation && invitation.expiresAt.getTime() > now)
        if (!confirmedAt && !isOpen) return []
        return recordOf<Appointment>({
          ...{ id, role, appointedBy, appointedAt },
          roleNow: person && person.role !== role ? person.role : null,
          name: person?.name ?? name,
          email: person?.email ?? invitation?.email ?? null,
          confirmed: confirmedAt && confirmedBy !== null ? { by: confirmedBy, at: confirmedAt.getTime() } : null,
        })
      })
    },
    hands: async (id) => {
      const { appointment } = await database.records()
      const row = await appointment.findUnique({ where: { id } })
      if (!row) return []
      const { appointedById, appointedMailbox, userId, mailbox } = row
      return [
        { id: appointedById, mailbox: appointedMailbox },
        { id: userId ?? id, mailbox },
      ]
    },
    confirm: (id, by, now) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const appointment = await records.appointment.findUnique({ where: { id, confirmedAt: null } })
        if (!appointment) return fail('appointment-unknown')
        const user =
          appointment.userId === null ? null : await records.user.findUnique({ where: { id: appointment.userId } })
        const open = { id, acceptedAt: null, expiresAt: { gt: new Date(now) } }
        if (!user && !(await records.userInvitation.findUnique({ where: open }))) return fail('appointment-unknown')
        const isChange = user !== null && user.role !== appointment.role
        const fault = isChange ? await lastOfficerFault(records, user) : null
        if (fault) return { ok: false, fault }
        const confirmed = { confirmedById: by.id, confirmedBy: by.name, confirmedAt: new Date(now) }
        await records.appointment.update({ where: { id }, data: confirmed })
        if (isChange) await giveRole(records, { id: user.id, role: appointment.role as UserRole }, now)
        const { role } = appointment
        const subject = user?.id ?? id
        if (!isChange)
          await addAuditEntry(records, { act: 'appointment-confirmed', at: now, subject, details: { role } })
        return ok(null)
      }),
    withdraw: (id, at) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const { appointment, user } = records
        const row = await appointment.findUnique({ where: { id, confirmedAt: null, userId: { not: null } } })
        const proposed = row && { id: row.userId ?? '', role: { not: row.role } }
        if (!proposed || !(await user.findUnique({ where: proposed }))) return fail('appointment-unknown')
        await endAppointments(records, { id }, at)
        const { role } = row
        await addUserAct(records, { act: 'appointment-withdrawn', subject: proposed.id, details: { role } })
        return ok(null)
      }),
    // An appointment of a user who has been removed counts as confirmed, because nothing waits for it.
    isConfirmed: async (userId) => {
      const records = await database.records()
      const where = { id: userId }
      return (await records.user.count({ where })) === (await confirmedUsers(records, where)).length
    },
  }
}
