import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'
import studentQuantileOf from '@stdlib/stats-base-dists-t-quantile'
import { incompleteGamma } from './incomplete-gamma.ts'
import { poissonMass } from './saddle-point.ts'

/** The x with P(X <= x) = p for Beta(a, b). */
export const betaInverse = (p: number, a: number, b: number): number => betaQuantileOf(p, a, b)

/** The x with P(X <= x) = p for Student's t. */
export const studentInverse = (p: number, df: number): number => studentQuantileOf(p, df)

/**
 * The z with P(Z <= z) = p. The library keeps only 7 digits beyond six standard deviations, so one Newton step on the
 * exact tail follows it.
 */
export function normalInverse(p: number): number {
  if (p > 0.5) return -normalInverse(1 - p)
  const z = normalQuantileOf(p, 0, 1)
  if (!Number.isFinite(z) || z === 0) return z
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return density === 0 ? z : z - (incompleteGamma((z * z) / 2, 0.5).upper / 2 - p) / density
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
