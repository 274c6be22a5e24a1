import { addDays, type CalendarDate, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'

/** Days before an opening on which a test letter is due. */
const DAYS_BEFORE = [1, 7]
const HOUR = 9

export interface MailTest {
  readonly period: PeriodKey
  readonly opensOn: CalendarDate
  readonly daysBefore: number
  readonly at: Instant
  /** One for each planned day: if the opening moves, its tests start again. */
  readonly occasion: string
}

/**
 * The due test of a planned opening; the latest if several are due, so that a late plan or a restart after downtime
 * catches up at once. Null if none is due.
 */
export function dueMailTest(
  opening: { readonly period: PeriodKey; readonly at: Instant },
  now: Instant,
  timeZone: string,
): MailTest | null {
  const { period } = opening
  const opensOn = dateAt(opening.at, timeZone)
  for (const daysBefore of DAYS_BEFORE) {
    const at = momentOn(addDays(opensOn, -daysBefore), HOUR, timeZone)
    if (at <= now && now < opening.at)
      return { period, opensOn, daysBefore, at, occasion: `${period}:${opensOn}:${daysBefore}` }
  }
  return null
}
