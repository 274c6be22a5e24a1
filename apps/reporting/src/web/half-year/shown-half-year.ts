import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'

interface HalfYears {
  readonly latest: PeriodKey
  readonly home: PeriodKey
}

/** The half-year that a page shows: that of the address, or the page's usual one. */
export function shownHalfYear(path: string, searched: string | undefined, { latest, home }: HalfYears): PeriodKey {
  if (searched !== undefined && parsePeriod(searched)?.kind === 'half-year') return searched
  // Only an ended half-year can be closed.
  return path === '/closing' ? latest : home
}

/** The address of the same page in another half-year, without the parts that belong to the present one. */
export const inHalfYear =
  (period: PeriodKey) =>
  <S extends { readonly edition?: unknown; readonly page?: unknown }>({ edition: _, page: __, ...search }: S) => ({
    ...search,
    period,
  })

const HALF_YEAR_PAGE = /^\/(?:(?:scorecard|measures|closing|samples|summaries)?|(?:goal|rows)\/.+)$/

/**
 * Says whether a page of one half-year is asked for a year, for another century or for a half-year to come. Pages of
 * waves are not asked here: a wave may be for a year, and they say which waves there are.
 */
export function isNoHalfYear(path: string, period: PeriodKey, available: readonly PeriodKey[] = []): boolean {
  if (!HALF_YEAR_PAGE.test(path)) return false
  const parsed = parsePeriod(period)
  const [current] = available
  return (
    parsed?.kind !== 'half-year' ||
    parsed.year < 2000 ||
    parsed.year >= 2100 ||
    (current !== undefined && period > current)
  )
}

/** A worksheet belongs to the half-year of its sample, whichever one the address carries on. */
export const hasOwnHalfYear = (path: string): boolean => path.startsWith('/samples/')
