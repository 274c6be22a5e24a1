import type { Instant } from '@wayproof/kernel'
import { withdrawApprovals } from '../approvals/withdraw-approvals.ts'
import type { Prisma } from '../generated/client.ts'

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
