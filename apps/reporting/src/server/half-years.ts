import { type CalendarDate, hasEnded, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel'

const BACK = 8

/** The half-years one can look at on `today`: the running one and eight before it, newest first. */
export function halfYears(today: CalendarDate): { latest: PeriodKey; available: PeriodKey[] } {
  const periods = [periodOf('half-year', today)]
  for (let n = 0; n < BACK; n += 1) periods.push(previousPeriod(periods[n]!))
  const latest = periods.find((period) => hasEnded(period, today)) ?? periods[1]!
  return { latest: periodKey(latest), available: periods.map(periodKey) }
}
