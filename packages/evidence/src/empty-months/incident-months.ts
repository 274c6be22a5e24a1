import type { Prisma } from '@wayproof/database/generated/client'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'

/** The number of incidents, of any kind, by the month of their discovery, or else of their confirmation or occurrence. */
export async function incidentMonths(
  { incident }: Pick<Prisma.TransactionClient, 'incident'>,
  timeZone: string,
): Promise<ReadonlyMap<PeriodKey, number>> {
  const rows = await incident.findMany({ select: { discovered: true, confirmed: true, occurred: true } })
  const counts = new Map<PeriodKey, number>()
  for (const { discovered, confirmed, occurred } of rows) {
    const day = discovered ? dateAt(discovered.getTime(), timeZone) : (confirmed ?? occurred ?? '')
    const month = day.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return counts
}
