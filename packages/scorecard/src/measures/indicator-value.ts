import type { CalendarDate, Share } from '@wayproof/kernel'
import { isSmall } from '../suppression.ts'

/** Why a figure cannot be known: it is never shown as 0 or 100 % then. */
export type MissingEvidence =
  /** The product keeps no such register. */
  | 'no-register'
  /** The register has no row. */
  | 'nothing-registered'
  /** Nothing in the register belongs into the period. */
  | 'nothing-in-period'
  | 'no-bookings'
  | 'no-wave'
  /** Nobody sees a result before the wave closes. */
  | 'wave-open'
  | 'not-asked'

export type IndicatorValue =
  | { readonly kind: 'share'; readonly share: Share }
  /** Cases per 100,000 of a base. */
  | { readonly kind: 'rate'; readonly cases: number; readonly base: number }
  | { readonly kind: 'count'; readonly count: number }
  /** Calendar days, over so many cases. */
  | { readonly kind: 'days'; readonly median: number; readonly ninetieth: number; readonly cases: number }
  | { readonly kind: 'last-on'; readonly on: CalendarDate; readonly inTime: boolean }
  | { readonly kind: 'unknown'; readonly missing: MissingEvidence }
  /** Fewer people stand behind it than may be shown. */
  | { readonly kind: 'suppressed' }

export const unknown = (missing: MissingEvidence): IndicatorValue => ({ kind: 'unknown', missing })

/** A share of things; an empty base is unknown. */
export const shareOf = (
  numerator: number,
  denominator: number,
  missing: MissingEvidence = 'nothing-in-period',
): IndicatorValue => (denominator === 0 ? unknown(missing) : { kind: 'share', share: { numerator, denominator } })

/** A share of people: hidden while fewer than `k` stand behind it. */
export const shareOfPeople = (
  numerator: number,
  denominator: number,
  k: number,
  missing?: MissingEvidence,
): IndicatorValue => (isSmall(denominator, k) ? { kind: 'suppressed' } : shareOf(numerator, denominator, missing))
