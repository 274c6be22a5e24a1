import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'

/** The last ended half-year, and the one before in case its opening was missed. */
const HALF_YEARS = 2

/**
 * Half-years that a wave may ask about on `today`, latest first. Older ones give no valid answers: the questionnaire
 * asks about the last 6 months, and the register has only the last trip of each customer.
 */
export function openablePeriods(today: CalendarDate): readonly PeriodKey[] {
  const periods: PeriodKey[] = []
  for (let index = periodOf('half-year', today); periods.length < HALF_YEARS; ) {
    index = previousPeriod(index)
    periods.push(periodKey(index))
  }
  return periods
}
