import { incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { binomialMass, poissonMass } from './saddle-point.ts'

/** Beyond this logit only 0 and 1 are doubles. */
const LAST_LOGIT = 745

/** The x with P(X <= x) = p for Beta(a, b). */
export const betaInverse = (p: number, a: number, b: number): number => 1 / (1 + Math.exp(-betaLogit(p, a, b)))

/**
 * Logit of `betaInverse`, which keeps its precision for x close to 1. Newton's method on the logarithm of the smaller
 * tail: both tails are log-concave over the logit, so bisection is rarely needed.
 */
function betaLogit(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  let [low, high] = [-LAST_LOGIT, LAST_LOGIT]
  let logit = Math.log(a / b)
  for (let i = 0; i < 200; i++) {
    const [x, y] = [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))]
    const { lower, upper } = incompleteBeta(x, a, b, y)
    const slope = (binomialMass(a, a + b, x, y) * a * b) / (a + b)
    const step = p < 0.5 ? (Math.log(lower / p) * lower) / slope : (Math.log((1 - p) / upper) * upper) / slope
    if (Math.abs(step) < 1e-16 * Math.max(1, Math.abs(logit))) break
    if (p < 0.5 ? lower > p : upper < 1 - p) high = logit
    else low = logit
    const next = logit - step
    logit = next > low && next < high ? next : (low + high) / 2
  }
  return logit
}

/** The x with P(X <= x) = p for Student's t, from the beta distribution of x^2 / (df + x^2) or of its complement. */
export function studentInverse(p: number, df: number): number {
  if (p > 0.5) return -studentInverse(1 - p, df)
  // Measured from the middle or from the end, whichever is nearer.
  const square = p > 0.25 ? betaLogit(1 - 2 * p, 0.5, df / 2) : -betaLogit(2 * p, df / 2, 0.5)
  return 0 - Math.sqrt(df * Math.exp(square))
}

/**
 * The z with P(Z <= z) = p: Newton's method on the logarithm of the tail, which is concave, so it converges from any
 * start.
 */
export function normalInverse(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p > 0.5) return -normalInverse(1 - p)
  if (p === 0) return Number.NEGATIVE_INFINITY
  let z = -Math.sqrt(-2 * Math.log(2 * p))
  for (let i = 0; i < 50; i++) {
    const { lower, upper } = incompleteGamma((z * z) / 2, 0.5)
    // Near the middle the tail is measured from there, because its difference to p would lose precision.
    const gap = z > -1 ? 0.5 - p - lower / 2 : upper / 2 - p
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const step = (Math.log1p(gap / p) * upper) / 2 / density
    z -= step
    if (Math.abs(step) < 1e-16) break
  }
  return z
}

/** The z of a two-sided interval: 1.96 for level 0.95. */
export const criticalZ = (level: number): number => -normalInverse((1 - level) / 2)

/**
 * The x with probability `tail` below (or above) it for Gamma(shape, rate 1). Newton's method on the logarithm of the
 * tail over log x: both are log-concave, so it converges from any start.
 */
export function gammaInverse(tail: number, shape: number, tailSide: 'lower' | 'upper'): number {
  const z = normalInverse(tail) * (tailSide === 'lower' ? 1 : -1)
  // Start value: Wilson and Hilferty's cube.
  const cube = (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3
  let x = shape * Math.max(cube, 1e-3)
  for (let i = 0; i < 100; i++) {
    const probability = incompleteGamma(x, shape)[tailSide]
    const slope = (poissonMass(shape, x) * shape) / probability
    const step = Math.log(probability / tail) / slope
    x *= Math.exp(tailSide === 'lower' ? -step : step)
    if (Math.abs(step) < 1e-15) break
  }
  return x
}
