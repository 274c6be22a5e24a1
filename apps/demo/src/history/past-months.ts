import { confirmEmptyMonth } from '@wayproof/evidence/empty-months/confirm-empty-month'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import { done, type Past } from './open-past.ts'
import { as, type PastPeople } from './past-people.ts'

/** IT security confirms that nothing happened in each month without an incident, from the year before the program on. */
export async function confirmEmptyMonths(
  past: Past,
  { owners, officer }: PastPeople,
  start: CalendarDate,
): Promise<void> {
  const { store, clock, timeZone } = past
  const keeper = owners.find(({ role }) => role === 'it-security') ?? officer
  const yesterday = addDays(dateAt(clock.now(), timeZone), -1)
  const [first, last] = [Number(start.slice(0, 4)) - 1, Number(yesterday.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const months = await store.emptyMonths.months(
    'incidents',
    years.flatMap((year) => monthsOver(year, yesterday)),
  )
  const ports = { emptyMonths: store.emptyMonths, clock, timeZone }
  for (const { month, rows, confirmed } of months) {
    if (rows > 0 || confirmed !== null) continue
    const command = { register: 'incidents', month, by: keeper.name } as const
    done(await as(past, keeper, () => confirmEmptyMonth(ports, command)))
  }
}
