import { type ExactVerdict, openExact } from '../exact.ts'
import type { Interval } from '../verdict.ts'
import { satisfactionChange } from './wave-change.ts'

/** Statistical test of a change between two independent waves. */
export interface ChangeByChance {
  /** Two-sided p-value of no change. */
  readonly p: number
  /** Interval of the change, in shares. */
  readonly interval: Interval | null
  /** Smallest change in that direction that these two waves would detect with a power of 80 %. */
  readonly detectable: number | null
}

/**
 * Tests satisfaction only, because only travelers are sampled: by weighted shares if the weights matter, else by
 * counts. Null if either verdict has no share.
 */
export function changeByChance(exactVerdict: ExactVerdict, two: ExactVerdict): ChangeByChance | null {
  const [before, now] = [openExact(exactVerdict), openExact(two)]
  if (before.goal !== 'customer-satisfaction' || now.goal !== 'customer-satisfaction') return null
  const waveChange = satisfactionChange(before, now)
  const deciding = waveChange && (waveChange.weighted ?? waveChange.unweighted)
  if (!deciding || deciding.p === null) return null
  const { p, interval, difference, detectable } = deciding
  return { p, interval, detectable: (difference ?? 0) < 0 ? detectable.fall : detectable.rise }
}
