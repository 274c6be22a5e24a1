import { addDays, type CalendarDate, weekday } from './calendar-date.ts'

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

/**
 * The holiday schedule of one year, as the State Council announces it, usually in November of the year before. Spans
 * are inclusive.
 */
interface HolidayYear {
  readonly off: readonly (readonly [from: CalendarDate, to: CalendarDate])[]
  /** Saturdays and Sundays declared working days in exchange. */
  readonly workedWeekends: readonly CalendarDate[]
}

/** China's holiday schedules by year. Add one entry for each new announcement. */
export const STATUTORY_HOLIDAYS: Readonly<Record<string, HolidayYear>> = {
  // Announced on 2025-11-04.
  '2026': {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workedWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** Statutory holidays with a fixed date (`MM-DD`), used for years without an announced schedule. */
const FIXED_HOLIDAYS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
