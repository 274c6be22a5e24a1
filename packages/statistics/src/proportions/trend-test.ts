import { finite } from '../distributions/finite.ts'
import { incompleteGamma } from '../distributions/incomplete-gamma.ts'

/** `x` of `n` successes at each score, in lists of equal length; scores are usually 1, 2, 3 ... */
export interface SharesInOrder {
  readonly x: readonly number[]
  readonly n: readonly number[]
  readonly score: readonly number[]
}

/** Null if all or none succeeded, or if all cases have one score, so that there is no trend to test. */
export interface TrendTest {
  /** Change of the share per unit of score. */
  readonly slope: number | null
  /** Chi-square with one degree of freedom. */
  readonly chi2: number | null
  readonly p: number | null
}

const weigh = (n: readonly number[], values: readonly number[]) =>
  values.reduce((sum, value, i) => sum + value * (n[i] ?? 0), 0)

/** Chi-square test for a trend in shares (Cochran 1954; Armitage 1955; R's prop.trend.test). */
export function proportionTrend({ x, n, score }: SharesInOrder): TrendTest {
  const total = n.reduce((sum, count) => sum + count, 0)
  const p = x.reduce((sum, count) => sum + count, 0) / total
  const middle = weigh(n, score) / total
  const deviations = score.map((value) => value - middle)
  const covariance = deviations.reduce((sum, deviation, i) => sum + deviation * ((x[i] ?? 0) - (n[i] ?? 0) * p), 0)
  const spread = weigh(
    n,
    deviations.map((deviation) => deviation * deviation),
  )
  const chi2 = spread > 0 ? covariance ** 2 / (p * (1 - p) * spread) : Number.NaN
  return { slope: finite(covariance / spread), chi2: finite(chi2), p: finite(incompleteGamma(chi2 / 2, 0.5).upper) }
}
