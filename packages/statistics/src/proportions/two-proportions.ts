import { finite } from '../distributions/finite.ts'
import { fisherTwoSided } from '../distributions/hypergeometric.ts'
import { incompleteGamma } from '../distributions/incomplete-gamma.ts'
import { criticalZ } from '../distributions/quantiles.ts'
import { newcombe } from './newcombe.ts'

/** `x1` of `n1` before, `x2` of `n2` after; `level` of the intervals, 0.95 by default. */
export interface TwoShares {
  readonly x1: number
  readonly n1: number
  readonly x2: number
  readonly n2: number
  readonly level?: number
}

/** Chi-square is null if all or none succeeded in both, so that there is no test. */
export interface Difference {
  /** p2 - p1. */
  readonly diff: number | null
  readonly chi2: number | null
  readonly p: number | null
  readonly waldLower: number | null
  readonly waldUpper: number | null
  readonly chi2Continuity: number | null
  readonly pContinuity: number | null
  readonly fisherP: number
  readonly newcombeLower: number | null
  readonly newcombeUpper: number | null
}

/** Pearson's chi-square of the 2 x 2 table, each deviation reduced by `correction` (Yates 1934). */
function chiSquare({ x1, n1, x2, n2 }: TwoShares, correction: number): number {
  const p = (x1 + x2) / (n1 + n2)
  const term = (observed: number, expected: number) => (Math.abs(observed - expected) - correction) ** 2 / expected
  return term(x1, n1 * p) + term(x2, n2 * p) + term(n1 - x1, n1 * (1 - p)) + term(n2 - x2, n2 * (1 - p))
}

/**
 * The change between two independent shares: Pearson's chi-square with and without continuity correction and the Wald
 * interval (R's prop.test), Fisher's exact test, and the hybrid score interval from two Wilson intervals (Newcombe
 * 1998, method 10).
 */
export function twoProportions(shares: TwoShares): Difference {
  const { x1, n1, x2, n2, level = 0.95 } = shares
  const p1 = x1 / n1
  const p2 = x2 / n2
  const diff = p2 - p1
  const width = criticalZ(level) * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2)
  const chi2 = chiSquare(shares, 0)
  const chi2Continuity = chiSquare(shares, Math.min(0.5, Math.abs(diff) / (1 / n1 + 1 / n2)))
  const hybrid = newcombe({ p1, n1, p2, n2, level })
  return {
    diff: finite(diff),
    chi2: finite(chi2),
    p: finite(incompleteGamma(chi2 / 2, 0.5).upper),
    waldLower: finite(Math.max(-1, diff - width)),
    waldUpper: finite(Math.min(1, diff + width)),
    chi2Continuity: finite(chi2Continuity),
    pContinuity: finite(incompleteGamma(chi2Continuity / 2, 0.5).upper),
    fisherP: fisherTwoSided(x1, { successes: n1, sampleSize: x1 + x2, total: n1 + n2 }),
    newcombeLower: hybrid.lower,
    newcombeUpper: hybrid.upper,
  }
}
