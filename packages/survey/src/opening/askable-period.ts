import { type CalendarDate, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel'

/** The half-year that ended last, and the one before where its opening was missed. */
const HALF_YEARS = 2

/**
 * Half-years that a wave may ask about on the day `today`, the latest first. Answers would tell nothing of older ones: the
 * question is about the last six months, and of a customer's trips the register knows the last.
 */
export function askablePeriods(today: CalendarDate): readonly PeriodKey[] {
  const periods: PeriodKey[] = []
  for (let at = periodOf('half-year', today); periods.length < HALF_YEARS; ) {
    at = previousPeriod(at)
    periods.push(periodKey(at))
  }
  return periods
}
