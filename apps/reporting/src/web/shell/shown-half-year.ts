import { type PeriodKey, parsePeriod } from '@wayproof/kernel'

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
