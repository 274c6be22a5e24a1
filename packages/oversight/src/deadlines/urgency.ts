import { type CalendarDate, dateAt, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Due } from './deadline.ts'

/** Days before a deadline on which its people get a letter. */
export const ALERT_DAYS = [30, 7, 1] as const

/**
 * A step of the approach to a deadline; each is alerted once. `hours`: a clock of hours runs; then of its last 24 hours and
 * of its last hour.
 */
export const ALERT_STEPS = ['30', '7', '1', 'hours', '24-hours', '1-hour', 'overdue'] as const
export type AlertStep = (typeof ALERT_STEPS)[number]

const HOUR_MS = 3_600_000

/** Time left to a deadline, negative once it has passed. Days of a day, milliseconds of a moment. */
export type TimeLeft = { readonly days: number; readonly ms?: undefined } | { readonly ms: number }

export function timeLeft(due: Due, now: Instant, timeZone: string): TimeLeft {
  return due.at === undefined ? { days: daysBetween(dateAt(now, timeZone), due.day) } : { ms: due.at - now }
}

export const isOverdue = (due: Due, now: Instant, timeZone: string): boolean => {
  const left = timeLeft(due, now, timeZone)
  return (left.ms ?? left.days) < 0
}

/** The day on which a deadline ends, in the organization's time zone. */
export const dueDay = (due: Due, timeZone: string): CalendarDate =>
  due.at === undefined ? due.day : dateAt(due.at, timeZone)

/** The latest step that a deadline has reached, or null if it is more than 30 days away. */
export function alertStep(due: Due, now: Instant, timeZone: string): AlertStep | null {
  if (isOverdue(due, now, timeZone)) return 'overdue'
  const left = timeLeft(due, now, timeZone)
  if (left.ms !== undefined) return left.ms <= HOUR_MS ? '1-hour' : left.ms <= 24 * HOUR_MS ? '24-hours' : 'hours'
  const reached = ALERT_DAYS.findLast((days) => left.days <= days)
  return reached === undefined ? null : (`${reached}` as AlertStep)
}

/** True if `step` is later than `earlier`, the last alerted one; null stands for none. */
export const isLaterStep = (step: AlertStep, earlier: AlertStep | null): boolean =>
  earlier === null || ALERT_STEPS.indexOf(step) > ALERT_STEPS.indexOf(earlier)

/** Orders deadlines by their end, those that end first before the others. */
export function byDue(timeZone: string): (one: { readonly due: Due }, other: { readonly due: Due }) => number {
  // A moment ends within its day, so it comes before a deadline of the whole day.
  const rank = ({ due }: { readonly due: Due }) => `${dueDay(due, timeZone)} ${due.at ?? '~'}`
  return (one, other) => (rank(one) < rank(other) ? -1 : 1)
}
