import type { Prisma } from '@wayproof/database/generated/client'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { endAppointments } from '../appointments/end-appointments.ts'
import { insertAppointment } from '../appointments/insert-appointment.ts'
import type { RoleChange } from './account.ts'
import { endAccess, lastOfficerFault } from './end-access.ts'
import type { UserRole } from './person.ts'

/**
 * For a transaction: changes the role at once, or proposes the change if two people appoint to it. Either replaces
 * proposals for this user that wait for confirmation. Faults `person-unknown`, `role-unchanged`, `last-officer`.
 */
export async function changeRole(
  records: Prisma.TransactionClient,
  { id, role, appointment }: RoleChange,
  at: Instant,
): Promise<Outcome<null>> {
  const user = await records.user.findUnique({ where: { id } })
  if (!user) return fail('person-unknown')
  if (user.role === role) return fail('role-unchanged')
  const fault = await lastOfficerFault(records, user)
  if (fault) return { ok: false, fault }
  if (!appointment) {
    await giveRole(records, { id, role }, at)
    return ok(null)
  }
  await endAppointments(records, { userId: id, role: { not: user.role } }, at)
  await insertAppointment(records, { id: appointment.id, role, user }, appointment, at)
  await addAuditEntry(records, { act: 'appointment-proposed', at, subject: id, details: { role } })
  return ok(null)
}

/** For a transaction: sets the role, and ends sessions, keys and other proposals. */
export async function giveRole(
  records: Prisma.TransactionClient,
  { id, role }: { readonly id: Id; readonly role: UserRole },
  at: Instant,
): Promise<void> {
  await records.user.update({ where: { id }, data: { role, roleSince: new Date(at), updatedAt: new Date(at) } })
  await endAccess(records, id, at)
  await addAuditEntry(records, { act: 'role-changed', at, subject: id, details: { role } })
}
