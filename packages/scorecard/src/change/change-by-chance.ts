import { type ExactVerdict, openExact } from '../exact.ts'
import type { Interval } from '../verdict.ts'
import { satisfactionChange } from './wave-change.ts'

/** What chance has to do with a change of two independent waves. */
export interface ChangeByChance {
  /** Two-sided p of no change. */
  readonly p: number
  /** The interval of the change, in shares. */
  readonly interval: Interval | null
  /** Smallest change that way that these two waves would have shown four times in five. */
  readonly detectable: number | null
}

/**
 * Satisfaction only, since only travelers were sampled: from the weighted shares where weights moved anything, else from
 * the counts. Null where either has no share.
 */
export function changeByChance(one: ExactVerdict, two: ExactVerdict): ChangeByChance | null {
  const [before, now] = [openExact(one), openExact(two)]
  if (before.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return null
  const both = satisfactionChange(before, now)
  const deciding = both && (both.weighted ?? both.unweighted)
  if (!deciding || deciding.p === null) return null
  const { p, interval, difference, detectable } = deciding
  return { p, interval, detectable: (difference ?? 0) < 0 ? detectable.fall : detectable.rise }
}
