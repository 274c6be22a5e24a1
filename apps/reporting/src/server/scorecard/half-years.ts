import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import {
  hasEnded,
  lastDay,
  type PeriodKey,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'

const BACK = 8

export interface HalfYears {
  /** The one that ended last. */
  readonly latest: PeriodKey
  /** The one shown first: the last ended one that has a wave, otherwise `latest`. */
  readonly home: PeriodKey
  /** The current one and up to eight before it, newest first; none that ended before the program's start. */
  readonly available: readonly PeriodKey[]
}

/** The half-years to select from on `today`; `waves` are the periods that have a wave. */
export function halfYears(
  today: CalendarDate,
  { start, waves }: { readonly start: CalendarDate | null; readonly waves: readonly PeriodKey[] },
): HalfYears {
  const periods = [periodOf('half-year', today)]
  for (let n = 0; n < BACK; n += 1) periods.push(previousPeriod(periods[n]!))
  const endedPeriods = periods.filter((period) => hasEnded(period, today))
  const latest = periodKey(endedPeriods[0]!)
  const available = periods.filter((period) => start === null || lastDay(period) >= start).map(periodKey)
  return { latest, home: endedPeriods.map(periodKey).find((key) => waves.includes(key)) ?? latest, available }
}
