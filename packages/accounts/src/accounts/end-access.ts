import type { Prisma } from '@wayproof/database/generated/client'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Fault } from '@wayproof/kernel/outcome'
import { confirmedUsers } from '../appointments/confirmed-users.ts'
import { endAppointments } from '../appointments/end-appointments.ts'
import { revokeKeys } from './api-key-store.ts'

/** For a transaction: ends a user's sessions, and sign-ins that still wait for their code. */
export async function endEverySession(records: Prisma.TransactionClient, userId: Id): Promise<void> {
  await records.session.deleteMany({ where: { userId } })
  await records.verification.deleteMany({ where: { value: userId } })
}

/** For a transaction: ends a user's sessions and API keys, and withdraws appointments of this user that wait. */
export async function endAccess(records: Prisma.TransactionClient, userId: Id, at: Instant): Promise<void> {
  await endEverySession(records, userId)
  await revokeKeys(records, { createdById: userId }, at)
  await endAppointments(records, { userId }, at)
}

/** For a transaction: `last-officer` if no confirmed officer would be left beside this user. */
export async function lastOfficerFault(
  records: Prisma.TransactionClient,
  { id, role }: { readonly id: Id; readonly role: string },
): Promise<Fault | null> {
  if (role !== 'officer') return null
  const others = await confirmedUsers(records, { role, id: { not: id } })
  return others.length === 0 ? { code: 'last-officer' } : null
}
