import type { Interval, Share } from '../distributions/interval.ts'
import { betaInverse } from '../distributions/quantiles.ts'

/**
 * Equal-tailed interval of the Beta(x + 0.5, n - x + 0.5) posterior; by convention the lower bound is 0 without
 * successes and the upper bound 1 without failures. Source: Brown, Cai, DasGupta 2001.
 */
export function jeffreys({ x, n, level }: Share): Interval {
  const tail = (1 - level) / 2
  return {
    lower: x === 0 ? 0 : betaInverse(tail, x + 0.5, n - x + 0.5),
    upper: x === n ? 1 : betaInverse(1 - tail, x + 0.5, n - x + 0.5),
  }
}
