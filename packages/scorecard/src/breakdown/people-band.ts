import type { Share } from '@wayproof/kernel'

/** Fewer people than this, and a share of nobody or of everybody would say what each of them answered. */
export const BAND_BELOW = 20

/** Nobody or one, or all or all but one, of few people: which of the two is not told. */
export interface PeopleBand {
  readonly end: 'low' | 'high'
  readonly base: number
}

/** The band that stands for `numerator` of `denominator` people; null where the share itself may be told. */
export function peopleBand({ numerator, denominator }: Share): PeopleBand | null {
  if (denominator === 0 || denominator >= BAND_BELOW) return null
  if (numerator <= 1) return { end: 'low', base: denominator }
  return numerator >= denominator - 1 ? { end: 'high', base: denominator } : null
}
