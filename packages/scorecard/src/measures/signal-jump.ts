import type { Share } from '@wayproof/kernel/share'
import { twoProportions } from '@wayproof/statistics/proportions/two-proportions'
import type { LeakSignal } from './indicator-facts.ts'
import { type IndicatorValue, shareOfPeople } from './indicator-value.ts'

const LEVEL = 0.95

/** Published share of answers that strangers knew of the trip. */
export const signalShare = ({ yes, no }: LeakSignal, k: number): IndicatorValue =>
  shareOfPeople(yes, yes + no, k, 'not-asked')

/**
 * Tests a rise of the signal between two waves with Fisher's exact test. It uses the published figures of both waves in
 * their least alarming reading, so the result reveals no more about few people than the figures do.
 */
export function signalJump(before: LeakSignal, now: LeakSignal, k: number): IndicatorValue {
  const publishedShares = { before: signalShare(before, k), now: signalShare(now, k) }
  const share = asShown(publishedShares.before, 'most')
  const two = asShown(publishedShares.now, 'least')
  // Without a figure of either wave there is no comparison, and the reason is returned instead.
  if (!share)
    return publishedShares.before.kind === 'unknown'
      ? { kind: 'unknown', missing: 'no-wave-before' }
      : publishedShares.before
  if (!two) return publishedShares.now
  const counts = { x1: share.numerator, n1: share.denominator, x2: two.numerator, n2: two.denominator }
  const { diff, fisherP } = twoProportions({ ...counts, level: LEVEL })
  const triageWanted = diff !== null && diff > 0 && fisherP !== null && fisherP < 1 - LEVEL
  return { kind: 'jump', triageWanted, ...publishedShares }
}

/** Largest or smallest count behind a shown figure; null if none is shown. */
function asShown(value: IndicatorValue, end: 'most' | 'least'): Share | null {
  if (value.kind === 'share') return value.share
  if (value.kind !== 'band') return null
  const least = value.end === 'low' ? 0 : value.base - 1
  return { numerator: end === 'most' ? least + 1 : least, denominator: value.base }
}
