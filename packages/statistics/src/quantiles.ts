import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import studentQuantileOf from '@stdlib/stats-base-dists-t-quantile'
import { incompleteGamma } from './incomplete-gamma.ts'
import { poissonMass } from './saddle-point.ts'

/** The x with P(X <= x) = p for Beta(a, b). */
export const betaInverse = (p: number, a: number, b: number): number => betaQuantileOf(p, a, b)

/** The x with P(X <= x) = p for Student's t. */
export const studentInverse = (p: number, df: number): number => studentQuantileOf(p, df)

/**
 * The z with P(Z <= z) = p: Newton on the logarithm of the tail, which is concave, so it converges from any start.
 * (stdlib's quantile keeps only 7 digits beyond five standard deviations and has none beyond ten.)
 */
export function normalInverse(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p > 0.5) return -normalInverse(1 - p)
  if (p === 0) return Number.NEGATIVE_INFINITY
  let z = -Math.sqrt(-2 * Math.log(2 * p))
  for (let i = 0; i < 50; i++) {
    const { lower, upper } = incompleteGamma((z * z) / 2, 0.5)
    // Near the middle the tail is measured from there, or its difference to p would lose its digits.
    const gap = z > -1 ? 0.5 - p - lower / 2 : upper / 2 - p
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const step = (Math.log1p(gap / p) * upper) / 2 / density
    z -= step
    if (Math.abs(step) < 1e-16) break
  }
  return z
}

/** The z of a two-sided interval: 1.96 for level .95. */
export const criticalZ = (level: number): number => -normalInverse((1 - level) / 2)

/**
 * The x that leaves `tail` below (or above) it under Gamma(shape, rate 1). Newton on the logarithm of the tail over log x:
 * both are log-concave, so it converges from any start. (stdlib's quantile is off by up to .5 % for shapes above 1,000.)
 */
export function gammaInverse(tail: number, shape: number, side: 'lower' | 'upper'): number {
  const z = normalInverse(tail) * (side === 'lower' ? 1 : -1)
  // Wilson and Hilferty's cube as the start.
  const cube = (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3
  let x = shape * Math.max(cube, 1e-3)
  for (let i = 0; i < 100; i++) {
    const here = incompleteGamma(x, shape)[side]
    const slope = (poissonMass(shape, x) * shape) / here
    const step = Math.log(here / tail) / slope
    x *= Math.exp(side === 'lower' ? -step : step)
    if (Math.abs(step) < 1e-15) break
  }
  return x
}
