import type { Share } from '@wayproof/kernel'
import { twoProportions } from '@wayproof/statistics'
import type { LeakSignal } from './indicator-facts.ts'
import { type IndicatorValue, shareOfPeople } from './indicator-value.ts'

const LEVEL = 0.95

/** The share who said that strangers knew of their trip, as it is shown. */
export const signalShare = ({ yes, no }: LeakSignal, k: number): IndicatorValue =>
  shareOfPeople(yes, yes + no, k, 'not-asked')

/**
 * Whether the signal rose from one wave to the next by Fisher's exact test. What is shown of the two waves decides, in its
 * least alarming reading, so that the answer tells no more of few people than their figures do.
 */
export function signalJump(before: LeakSignal, now: LeakSignal, k: number): IndicatorValue {
  const shown = { before: signalShare(before, k), now: signalShare(now, k) }
  const one = asShown(shown.before, 'most')
  const two = asShown(shown.now, 'least')
  // Without a figure of either wave there is nothing to compare, and why is said in its place.
  if (!one) return shown.before.kind === 'unknown' ? { kind: 'unknown', missing: 'no-wave-before' } : shown.before
  if (!two) return shown.now
  const counts = { x1: one.numerator, n1: one.denominator, x2: two.numerator, n2: two.denominator }
  const { diff, fisherP } = twoProportions({ ...counts, level: LEVEL })
  const triageWanted = diff !== null && diff > 0 && fisherP !== null && fisherP < 1 - LEVEL
  return { kind: 'jump', triageWanted, ...shown }
}

/** The most or the fewest of a shown figure; null where none is shown. */
function asShown(value: IndicatorValue, end: 'most' | 'least'): Share | null {
  if (value.kind === 'share') return value.share
  if (value.kind !== 'band') return null
  const least = value.end === 'low' ? 0 : value.base - 1
  return { numerator: end === 'most' ? least + 1 : least, denominator: value.base }
}
