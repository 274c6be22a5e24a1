import { firstDay, lastDay, parsePeriod } from '@wayproof/kernel/calendar/period'

/** The months (`YYYY-MM`, inclusive) in which a last trip makes a customer eligible; `last` null is unbounded. */
export interface TripMonths {
  readonly first: string
  readonly last: string | null
}

/**
 * The months a wave asks about. Half-year: everyone who traveled in it or later. Year (a replay of a past survey): that
 * year only. Other periods have no waves (null).
 */
export function tripMonths(periodKey: string): TripMonths | null {
  const period = parsePeriod(periodKey)
  if (period?.kind === 'half-year') return { first: firstDay(period).slice(0, 7), last: null }
  return period?.kind === 'year' ? { first: firstDay(period).slice(0, 7), last: lastDay(period).slice(0, 7) } : null
}
