import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { isCountry } from '@wayproof/kernel/people/country'

export const BASIS_KINDS = ['consent', 'soft-opt-in'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

/** The legal basis for emailing a traveler, as recorded by the source system; null where it has no record. */
export interface LegalBasis {
  readonly kind: BasisKind | null
  /** Version of the consent wording that the person saw. */
  readonly wording: string | null
  /** True if that wording mentions surveys. */
  readonly namesSurveys: boolean
  /** True if there is proof that the notice was shown when the address was collected. */
  readonly noticeGiven: boolean
  /** The system or form that recorded it. */
  readonly source: string | null
  readonly on: CalendarDate | null
}

export type BasisCondition = 'namesSurveys' | 'noticeGiven'

/** Requirements of one law: any of the alternatives, each with all its conditions. */
export interface BasisProfile {
  readonly countries: readonly string[]
  readonly ways: readonly { readonly kind: BasisKind; readonly conditions: readonly BasisCondition[] }[]
}

/** Increased with every change below: an officer confirms the profiles again before a wave opens under them. */
export const BASIS_PROFILES_VERSION = 1

// PIPL 13-14: consent to the stated purpose. Directive 2002/58/EC, 13: consent, or an address collected with a sale
// together with the notice of the right to object.
export const BASIS_PROFILES: readonly BasisProfile[] = [
  { countries: ['CN'], ways: [{ kind: 'consent', conditions: ['namesSurveys'] }] },
  {
    countries: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
    ways: [
      { kind: 'consent', conditions: [] },
      { kind: 'soft-opt-in', conditions: ['noticeGiven'] },
    ],
  },
]

/**
 * Parses `DE` or `CN DE` (ISO 3166-1 alpha-2) into a sorted list without duplicates; null for anything else. Blank
 * gives an empty list.
 */
export function parseCountries(text: string): readonly string[] | null {
  if (isCountry(text)) return [text]
  const codes = text
    .toUpperCase()
    .split(/[\s|]+/)
    .filter(Boolean)
  return codes.every(isCountry) ? [...new Set(codes)].sort() : null
}

/**
 * True if a person who lives in `countries` may be emailed on `today`: the basis is proven (wording, source and a day
 * not in the future) and satisfies every profile that applies. An unknown country, or none at all, applies all profiles
 * at once, which is the strictest case.
 */
export function basisHolds(basis: LegalBasis, countries: readonly string[], today: CalendarDate): boolean {
  const { kind, wording, source, on } = basis
  if (kind === null || wording === null || source === null || on === null || on > today) return false
  const isCovered = countries.every((country) => BASIS_PROFILES.some((profile) => profile.countries.includes(country)))
  const applying =
    isCovered && countries.length > 0
      ? BASIS_PROFILES.filter((profile) => profile.countries.some((country) => countries.includes(country)))
      : BASIS_PROFILES
  return applying.every(({ ways: alternatives }) =>
    alternatives.some(
      (alternative) => alternative.kind === kind && alternative.conditions.every((condition) => basis[condition]),
    ),
  )
}
