import type { Interval, Share } from '../distributions/interval.ts'
import { betaInverse } from '../distributions/quantiles.ts'

/**
 * Exact interval: all p that neither one-sided binomial test rejects at (1 - level)/2, from beta quantiles. Source:
 * Clopper and Pearson 1934.
 */
export function clopperPearson({ x, n, level }: Share): Interval {
  const tail = (1 - level) / 2
  return {
    lower: x === 0 ? 0 : betaInverse(tail, x, n - x + 1),
    upper: x === n ? 1 : betaInverse(1 - tail, x + 1, n - x),
  }
}
