import type { Share } from '@wayproof/kernel/share'

/** Below this number of people, one of them is so large a part that a band decides nothing. */
export const BAND_BELOW = 20

/** Band of people who nearly agree: 0 or 1 person, or all or all but one. Which of the two stays unknown. */
export interface PeopleBand {
  readonly end: 'low' | 'high'
  readonly base: number
}

/** Band for `numerator` of `denominator` people: a share of none or all would reveal each answer. Null for other shares. */
export function peopleBand({ numerator, denominator }: Share): PeopleBand | null {
  if (denominator === 0) return null
  if (numerator <= 1) return { end: 'low', base: denominator }
  return numerator >= denominator - 1 ? { end: 'high', base: denominator } : null
}
