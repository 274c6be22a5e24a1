import { addDays, addMonths, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'

// Two years are compared by equal parts: until the same day, and their bookings by the months that are over.

/** The same month and day of another year; 29 February is 28 February in a year without it. */
export const sameDayIn = (year: number, day: CalendarDate): CalendarDate =>
  addMonths(day, 12 * (year - Number(day.slice(0, 4))))

/** The months of a year that are over at the end of a day. */
export function monthsOver(year: number, day: CalendarDate): readonly PeriodKey[] {
  const tomorrow = addDays(day, 1)
  const months = Array.from({ length: 12 }, (_, n): Period => ({ kind: 'month', year, index: n + 1 }))
  return months.map(periodKey).filter((month) => month < tomorrow.slice(0, 7))
}
