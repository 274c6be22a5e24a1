import { type CalendarDate, isCountry } from '@wayproof/kernel'

export const BASIS_KINDS = ['consent', 'soft-opt-in'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

/** What the source system says of why a traveler may be written to; null where it says nothing. */
export interface LegalBasis {
  readonly kind: BasisKind | null
  /** Version of the wording the person was shown. */
  readonly wording: string | null
  /** Whether that wording names surveys. */
  readonly namesSurveys: boolean
  /** Whether there is proof that the notice was shown when the address was collected. */
  readonly noticeGiven: boolean
  /** The system or form that recorded it. */
  readonly source: string | null
  readonly on: CalendarDate | null
}

export type BasisCondition = 'namesSurveys' | 'noticeGiven'

/** What one law asks where it applies: any of the ways, each with its conditions. */
export interface BasisProfile {
  readonly countries: readonly string[]
  readonly ways: readonly { readonly kind: BasisKind; readonly conditions: readonly BasisCondition[] }[]
}

/** Counts up with every change below: an officer confirms the profiles anew before a wave opens under them. */
export const BASIS_PROFILES_VERSION = 1

// PIPL 13-14: consent, and to what it is asked for. Directive 2002/58/EC, 13: consent, or an address got with a sale and
// the right to object told at that moment.
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

/** The countries of `DE` or `CN DE` (ISO 3166-1, two letters), sorted, each once; null for anything else. Blank: none. */
export function parseCountries(text: string): readonly string[] | null {
  if (isCountry(text)) return [text]
  const codes = text
    .toUpperCase()
    .split(/[\s|]+/)
    .filter(Boolean)
  return codes.every(isCountry) ? [...new Set(codes)].sort() : null
}

/**
 * Whether a person who lives in `countries` may be written to on `today`: the basis is proven (wording, source and a day
 * that has come), and every profile that applies is content. A country that no profile knows, or none at all, takes all
 * profiles at once, which is the strictest.
 */
export function basisHolds(basis: LegalBasis, countries: readonly string[], today: CalendarDate): boolean {
  const { kind, wording, source, on } = basis
  if (kind === null || wording === null || source === null || on === null || on > today) return false
  const known = countries.every((country) => BASIS_PROFILES.some((profile) => profile.countries.includes(country)))
  const applying =
    known && countries.length > 0
      ? BASIS_PROFILES.filter((profile) => profile.countries.some((country) => countries.includes(country)))
      : BASIS_PROFILES
  return applying.every(({ ways }) =>
    ways.some((way) => way.kind === kind && way.conditions.every((condition) => basis[condition])),
  )
}
