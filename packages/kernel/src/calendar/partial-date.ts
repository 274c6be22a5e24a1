import { isCalendarDate } from './calendar-date.ts'

/** A date known to the year, month or day: `2013`, `2013-05` or `2013-05-06`. The string's length is the precision. */
export type PartialDate = string

export type Precision = 'year' | 'month' | 'day'

export function precisionOf(date: PartialDate): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** Builds a partial date. Returns null if the parts form no date; a day without a month is invalid. */
export function partialDate(year: number, month?: number, day?: number): PartialDate | null {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  const text = [pad(year, 4), ...(month ? [pad(month, 2)] : []), ...(day ? [pad(day, 2)] : [])].join('-')
  if (day && !month) return null
  const fullDate = month ? (day ? text : `${text}-01`) : `${text}-01-01`
  return isCalendarDate(fullDate) ? text : null
}

export const yearIn = (date: PartialDate): number => Number(date.slice(0, 4))
