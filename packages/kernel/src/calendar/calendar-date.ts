import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../clock.ts'

/** A calendar day without a time or zone, as ISO 8601 `YYYY-MM-DD`; comparable as a string. */
export type CalendarDate = string

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** The day that `instant` falls on in `timeZone` (IANA name). */
export function dateAt(instant: Instant, timeZone: string): CalendarDate {
  // Asked again and again about now, so the day it was is kept.
  if (instant < lastDay.from || instant >= lastDay.to || timeZone !== lastDay.timeZone) {
    const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).startOfDay()
    const [from, to] = [start.epochMilliseconds, start.add({ days: 1 }).startOfDay().epochMilliseconds]
    lastDay = { from, to, timeZone, date: start.toPlainDate().toString() }
  }
  return lastDay.date
}

let lastDay = { from: 0, to: 0, timeZone: '', date: '' }

/** The first moment of `date` in `timeZone`. Where a DST change skips midnight, the first moment that exists. */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

/** The moment at which clocks in `timeZone` show `hour`:00 on `date`; where a DST change skips it, the one just after. */
export function momentOn(date: CalendarDate, hour: number, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
    .epochMilliseconds
}

/**
 * The moment at which clocks in `timeZone` show `time` (`h:mm` or `h:mm:ss`) on `date`; null where a change of the clock
 * shows it never or twice.
 */
export function momentAt(date: CalendarDate, time: string, timeZone: string): Instant | null {
  const [hour, minute, second] = time.split(':').map(Number)
  const shown = Temporal.PlainDateTime.from(date).with({ hour, minute, second: second ?? 0 })
  const first = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const last = shown.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return first.epochMilliseconds === last.epochMilliseconds ? first.epochMilliseconds : null
}

/** 1 for Monday to 7 for Sunday. */
export const weekday = (date: CalendarDate): number => Temporal.PlainDate.from(date).dayOfWeek

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Days from `from` to `to`; negative when `to` lies before. The same day is 0. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to).days
}

export const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)
