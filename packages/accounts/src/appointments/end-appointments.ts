import type { Prisma } from '@wayproof/database/generated/client'
import type { Instant } from '@wayproof/kernel/clock'
import { withdrawApprovals } from '../approvals/withdraw-approvals.ts'

/** For a transaction: deletes appointments of a selection that wait for a second person. */
export async function endAppointments(
  records: Prisma.TransactionClient,
  where: Prisma.AppointmentWhereInput,
  at: Instant,
): Promise<void> {
  const waiting = await records.appointment.findMany({ where: { ...where, confirmedAt: null }, select: { id: true } })
  const ids = waiting.map(({ id }) => id)
  await records.appointment.deleteMany({ where: { id: { in: ids } } })
  await withdrawApprovals(records, 'appointment', ids, at)
}
