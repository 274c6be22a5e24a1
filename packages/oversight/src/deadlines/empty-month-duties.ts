import type { Prisma } from '@wayproof/database/generated/client'
import { incidentMonths } from '@wayproof/evidence/empty-months/incident-months'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { OpenDuty } from './deadline.ts'

type Records = Pick<Prisma.TransactionClient, 'incident' | 'emptyMonth' | 'seal'>

/** Days after a month within which its keeper records what happened, or confirms that nothing did. */
const CONFIRM_DAYS = 14
/** Earlier months are listed on the register's page only. */
const MOST_MONTHS = 18

/**
 * The months since `start` that are over and have neither an incident nor the confirmation that there was none. Months of a
 * closed half-year are nobody's task.
 */
export async function emptyMonthDuties(
  records: Records,
  { start, today, timeZone }: { readonly start: CalendarDate; readonly today: CalendarDate; readonly timeZone: string },
): Promise<readonly OpenDuty[]> {
  const recorded = await incidentMonths(records, timeZone)
  const confirmed = await records.emptyMonth.findMany({ where: { register: 'incidents' }, select: { month: true } })
  const seals = await records.seal.findMany({ select: { period: true } })
  const done = new Set([...recorded.keys(), ...confirmed.map(({ month }) => month)])
  const sealed = new Set(seals.map(({ period }) => period))
  return lastMonths(today)
    .filter((month) => lastDay(month) >= start && !done.has(periodKey(month)))
    .filter((month) => !sealed.has(periodKey(periodOf('half-year', lastDay(month)))))
    .map((month): OpenDuty => {
      return { kind: 'empty-month', subject: periodKey(month), due: { day: addDays(lastDay(month), CONFIRM_DAYS) } }
    })
}

function lastMonths(today: CalendarDate): readonly Period[] {
  const months: Period[] = []
  let month = previousPeriod(periodOf('month', today))
  for (; months.length < MOST_MONTHS; month = previousPeriod(month)) months.push(month)
  return months.reverse()
}
