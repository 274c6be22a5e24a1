import { addDays, type CalendarDate, weekday } from './calendar-date.ts'
import { FIXED_HOLIDAYS, STATUTORY_HOLIDAYS } from './statutory-holidays.ts'

const SATURDAY = 6

/**
 * Whether `date` is worked: by China's arrangement of its year, else by weekends and the holidays of a fixed date.
 * `local` are further days off of the organisation; they win over worked weekends.
 */
export function isWorkingDay(date: CalendarDate, local: readonly CalendarDate[] = []): boolean {
  if (local.includes(date)) return false
  const arranged = STATUTORY_HOLIDAYS[date.slice(0, 4)]
  if (arranged?.workedWeekends.includes(date)) return true
  if (weekday(date) >= SATURDAY) return false
  if (!arranged) return !FIXED_HOLIDAYS.includes(date.slice(5))
  return !arranged.off.some(([from, to]) => from <= date && date <= to)
}

export interface FirstWorkingDay {
  readonly date: CalendarDate
  /** False: the year's arrangement is not known, so the days off that move, and worked weekends, are not counted. */
  readonly arranged: boolean
}

const LONGEST_LEAVE = 366

/** The first day worked from `from` on. Null when `local` takes a whole year away. */
export function firstWorkingDay(from: CalendarDate, local: readonly CalendarDate[] = []): FirstWorkingDay | null {
  for (let date = from, looked = 0; looked < LONGEST_LEAVE; date = addDays(date, 1), looked += 1) {
    if (isWorkingDay(date, local)) return { date, arranged: date.slice(0, 4) in STATUTORY_HOLIDAYS }
  }
  return null
}

/** The day that is the `days`th one worked after `from`. Null when `local` takes a whole year away. */
export function workingDaysAfter(
  from: CalendarDate,
  days: number,
  local: readonly CalendarDate[] = [],
): CalendarDate | null {
  let date: CalendarDate | null = from
  for (let counted = 0; counted < days && date !== null; counted += 1)
    date = firstWorkingDay(addDays(date, 1), local)?.date ?? null
  return date
}
