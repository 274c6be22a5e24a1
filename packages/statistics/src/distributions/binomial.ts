import { incompleteBeta } from './incomplete-beta.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * Relative tolerance for ties: equal masses differ by rounding, so a mass within this factor counts as not more likely
 * (R's binom.test, fisher.test).
 */
export const TIE = 1 + 1e-7

/** P(X <= x) for Binomial(n, p). */
export function binomialAtMost(x: number, n: number, p: number): number {
  if (x < 0) return 0
  return x >= n ? 1 : incompleteBeta(p, x + 1, n - x).upper
}

/** P(X >= x) for Binomial(n, p). */
export function binomialAtLeast(x: number, n: number, p: number): number {
  if (x <= 0) return 1
  return x > n ? 0 : incompleteBeta(p, x, n - x + 1).lower
}

/** Smallest integer in [from, to] from which the monotone predicate `holds` is true; to + 1 if it never is. */
export function firstWhere(from: number, to: number, holds: (i: number) => boolean): number {
  let low = from
  let high = to + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Two-sided exact binomial p: the tail of `x`, plus all outcomes beyond the mean that are not more likely than `x` (R's
 * binom.test). Masses decrease away from the mean, so the boundary is found by bisection.
 */
export function binomialTwoSided(x: number, n: number, p: number): number {
  if (p === 0) return x === 0 ? 1 : 0
  if (p === 1) return x === n ? 1 : 0
  const mean = n * p
  if (x === mean) return 1
  const limit = binomialMass(x, n, p) * TIE
  if (x < mean) {
    const farBound = firstWhere(Math.ceil(mean), n, (i) => binomialMass(i, n, p) <= limit)
    return Math.min(1, binomialAtMost(x, n, p) + binomialAtLeast(farBound, n, p))
  }
  const nearBound = firstWhere(0, Math.floor(mean), (i) => binomialMass(i, n, p) > limit)
  return Math.min(1, binomialAtMost(nearBound - 1, n, p) + binomialAtLeast(x, n, p))
}
