import type { Share } from '@wayproof/kernel'

/** Below this number of people, a share of 0 or 1 would reveal each person's answer. */
export const BAND_BELOW = 20

/** Band of a small group: 0 or 1 person, or all or all but one. Which of the two stays unknown. */
export interface PeopleBand {
  readonly end: 'low' | 'high'
  readonly base: number
}

/** Band for `numerator` of `denominator` people; null if the share itself may be shown. */
export function peopleBand({ numerator, denominator }: Share): PeopleBand | null {
  if (denominator === 0 || denominator >= BAND_BELOW) return null
  if (numerator <= 1) return { end: 'low', base: denominator }
  return numerator >= denominator - 1 ? { end: 'high', base: denominator } : null
}
