import type { Prisma } from '@wayproof/database/generated/client'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { nextOpening } from '@wayproof/survey/programme/planned-opening'
import type { OpenDuty } from './deadline.ts'

/** Officers approve an automatic opening in the month before it. */
const DAYS_BEFORE = 30

/** The approval of the next automatic opening, until two officers gave it. */
export async function openingDuties(
  { programme, wave, approval }: Pick<Prisma.TransactionClient, 'programme' | 'wave' | 'approval'>,
  now: Instant,
  timeZone: string,
): Promise<readonly OpenDuty[]> {
  const plan = await programme.findFirst({ select: { runs: true, localHolidays: true } })
  if (!plan?.runs) return []
  const next = nextOpening({ localHolidays: JSON.parse(plan.localHolidays) as string[] }, now, timeZone)
  if (!next) return []
  const { period, at } = next
  const day = dateAt(at, timeZone)
  if (addDays(dateAt(now, timeZone), DAYS_BEFORE) < day) return []
  const isApproved = { kind: 'automatic-opening', subject: period, state: 'approved' }
  if ((await wave.findFirst({ where: { period } })) || (await approval.findFirst({ where: isApproved }))) return []
  return [{ kind: 'opening', subject: period, due: { day } }]
}
