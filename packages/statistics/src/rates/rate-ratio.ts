import { binomialAtLeast, binomialAtMost, binomialTwoSided } from '../distributions/binomial.ts'
import { finite } from '../distributions/finite.ts'
import { incompleteBeta } from '../distributions/incomplete-beta.ts'
import { betaInverse } from '../distributions/quantiles.ts'
import { binomialMass } from '../distributions/saddle-point.ts'

/** Two counts with their exposures (1 and 1 to compare counts only); `level` of the interval, 0.95 by default. */
export interface TwoRates {
  readonly baselineCount: number
  readonly baselineExposure: number
  readonly currentCount: number
  readonly currentExposure: number
  /** The target ratio, 0.5 for a halving; the keys ending in Half refer to it. */
  readonly targetRatio: number
  readonly level?: number
}

/** Current divided by baseline. Null: undefined (baseline 0) or infinite (upper bound without baseline cases). */
export interface RateRatio {
  readonly ratio: number | null
  readonly reduction: number | null
  readonly ciLower: number | null
  readonly ciUpper: number | null
  readonly pTwoSidedRatio1: number | null
  readonly pLessRatio1: number | null
  readonly pLessRatioHalf: number | null
  readonly pGreaterRatioHalf: number | null
  readonly midpLessRatioHalf: number | null
  readonly posteriorRatioBelowHalf: number | null
  readonly posteriorRatioBelow1: number | null
}

/** Odds at the Beta(a, b) quantile with `tail` below it, computed from the side that keeps its precision. */
function oddsAt(tail: number, a: number, b: number): number {
  const share = betaInverse(tail, a, b)
  if (share < 0.5) return share / (1 - share)
  const complement = betaInverse(1 - tail, b, a)
  return (1 - complement) / complement
}

/**
 * Ratio of two Poisson rates. Given the sum of the counts and a ratio r, the current count is binomial with p = r E1 /
 * (E0 + r E1). Exact tests and interval (R's poisson.test; Przyborowski and Wilenski 1940), mid-p, and the posterior
 * under Jeffreys' priors Gamma(0.5, 0).
 */
export function poissonRateRatio(rates: TwoRates): RateRatio {
  const { baselineCount: x0, baselineExposure: e0, currentCount: x1, currentExposure: e1, level = 0.95 } = rates
  const n = x0 + x1
  const shareAt = (ratio: number) => (ratio * e1) / (e0 + ratio * e1)
  const one = shareAt(1)
  const half = shareAt(rates.targetRatio)
  const ratio = x1 / e1 / (x0 / e0)
  const tail = (1 - level) / 2
  const pLessHalf = binomialAtMost(x1, n, half)
  return {
    ratio: finite(ratio),
    reduction: finite(1 - ratio),
    ciLower: finite((x1 === 0 ? 0 : oddsAt(tail, x1, x0 + 1)) * (e0 / e1)),
    ciUpper: finite((x0 === 0 ? Number.POSITIVE_INFINITY : oddsAt(1 - tail, x1 + 1, x0)) * (e0 / e1)),
    pTwoSidedRatio1: finite(binomialTwoSided(x1, n, one)),
    pLessRatio1: finite(binomialAtMost(x1, n, one)),
    pLessRatioHalf: finite(pLessHalf),
    pGreaterRatioHalf: finite(binomialAtLeast(x1, n, half)),
    midpLessRatioHalf: finite(pLessHalf - binomialMass(x1, n, half) / 2),
    posteriorRatioBelowHalf: finite(incompleteBeta(half, x1 + 0.5, x0 + 0.5).lower),
    posteriorRatioBelow1: finite(incompleteBeta(one, x1 + 0.5, x0 + 0.5).lower),
  }
}
