import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../clock.ts'

/** A calendar day without a time or zone, as ISO 8601 `YYYY-MM-DD`; comparable as a string. */
export type CalendarDate = string

/** Returns true if `text` is an existing calendar day written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** Returns the calendar day of `instant` in `timeZone` (IANA name). */
export function dateAt(instant: Instant, timeZone: string): CalendarDate {
  // Most callers ask about the current moment, so the last day is cached.
  if (instant < lastDay.from || instant >= lastDay.to || timeZone !== lastDay.timeZone) {
    const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).startOfDay()
    const [from, to] = [start.epochMilliseconds, start.add({ days: 1 }).startOfDay().epochMilliseconds]
    lastDay = { from, to, timeZone, date: start.toPlainDate().toString() }
  }
  return lastDay.date
}

let lastDay = { from: 0, to: 0, timeZone: '', date: '' }

/**
 * Returns the first moment of `date` in `timeZone`. If a DST change skips midnight, it is the first moment that exists.
 */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

/**
 * Returns the moment at which local clocks show `hour`:00 on `date`. If a DST change skips that time, it is the moment
 * just after the gap.
 */
export function momentOn(date: CalendarDate, hour: number, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
    .epochMilliseconds
}

/**
 * Returns the moment at which local clocks show `time` (`h:mm` or `h:mm:ss`) on `date`, or null if a clock change skips
 * or repeats that time.
 */
export function momentAt(date: CalendarDate, time: string, timeZone: string): Instant | null {
  const [hour, minute, second] = time.split(':').map(Number)
  const localTime = Temporal.PlainDateTime.from(date).with({ hour, minute, second: second ?? 0 })
  const first = localTime.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const last = localTime.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return first.epochMilliseconds === last.epochMilliseconds ? first.epochMilliseconds : null
}

/** Day of the week, 1 (Monday) to 7 (Sunday). */
export const weekday = (date: CalendarDate): number => Temporal.PlainDate.from(date).dayOfWeek

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Number of days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to).days
}

export const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)
