import { addDays, type CalendarDate, weekday } from './calendar-date.ts'
import { FIXED_HOLIDAYS, STATUTORY_HOLIDAYS } from './statutory-holidays.ts'

const SATURDAY = 6

/**
 * Returns true if `date` is a working day by China's schedule of that year or, without a schedule, by weekends and
 * fixed holidays. `local` lists further days off of the organization; they override working weekends.
 */
export function isWorkingDay(date: CalendarDate, local: readonly CalendarDate[] = []): boolean {
  if (local.includes(date)) return false
  const arranged = STATUTORY_HOLIDAYS[date.slice(0, 4)]
  if (arranged?.workedWeekends.includes(date)) return true
  if (weekday(date) >= SATURDAY) return false
  if (!arranged) return !FIXED_HOLIDAYS.includes(date.slice(5))
  return !arranged.off.some(([from, to]) => from <= date && date <= to)
}

/** Returns true if the movable holidays of a year are unknown, and it is later than the years that are known. */
export const lacksHolidays = (year: number): boolean =>
  Object.keys(STATUTORY_HOLIDAYS).every((coveredYear) => Number(coveredYear) < year)

export interface FirstWorkingDay {
  readonly date: CalendarDate
  /** False if no schedule is announced for the year, so movable holidays and working weekends are not considered. */
  readonly arranged: boolean
}

const LONGEST_LEAVE = 366

/** Returns the first working day on or after `from`, or null if `local` removes a whole year. */
export function firstWorkingDay(from: CalendarDate, local: readonly CalendarDate[] = []): FirstWorkingDay | null {
  for (let date = from, checkedDays = 0; checkedDays < LONGEST_LEAVE; date = addDays(date, 1), checkedDays += 1) {
    if (isWorkingDay(date, local)) return { date, arranged: date.slice(0, 4) in STATUTORY_HOLIDAYS }
  }
  return null
}

/** Returns the `days`-th working day after `from`, or null if `local` removes a whole year. */
export function workingDaysAfter(
  from: CalendarDate,
  days: number,
  local: readonly CalendarDate[] = [],
): CalendarDate | null {
  let date: CalendarDate | null = from
  for (let workingDays = 0; workingDays < days && date !== null; workingDays += 1)
    date = firstWorkingDay(addDays(date, 1), local)?.date ?? null
  return date
}
