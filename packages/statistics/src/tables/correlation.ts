import { finite } from '../distributions/finite.ts'
import { studentTwoSided } from '../distributions/student.ts'
import { covariance, variance } from './moments.ts'
import { midRanks, tieSizes } from './ranks.ts'

/** Null for fewer than two pairs (p: three), or if one side does not vary. */
export interface Correlation {
  readonly pearson: number | null
  /** Two-sided, t with n - 2 degrees of freedom. */
  readonly pearsonP: number | null
  readonly spearman: number | null
  readonly kendallTauB: number | null
}

/** Prevents rounding from raising a complete correlation above 1. */
const pearsonOf = (x: readonly number[], y: readonly number[]) =>
  Math.max(-1, Math.min(1, covariance(x, y) / Math.sqrt(variance(x) * variance(y))))

/**
 * Concordant minus discordant pairs, divided by the geometric mean of the pairs not tied on either side (Kendall 1945).
 */
function tauB(x: readonly number[], y: readonly number[]): number {
  let score = 0
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      score += Math.sign((x[i] ?? 0) - (x[j] ?? 0)) * Math.sign((y[i] ?? 0) - (y[j] ?? 0))
    }
  }
  const pairs = (n: number) => (n * (n - 1)) / 2
  const untied = (values: readonly number[]) =>
    tieSizes(values).reduce((remaining, size) => remaining - pairs(size), pairs(x.length))
  return score / Math.sqrt(untied(x) * untied(y))
}

/**
 * Pearson, Spearman (Pearson of mid-ranks) and Kendall's tau-b of pairs (R's cor.test); time is quadratic in the pairs.
 */
export function correlation({ x, y }: { x: readonly number[]; y: readonly number[] }): Correlation {
  const r = pearsonOf(x, y)
  const df = x.length - 2
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)))
  return {
    pearson: finite(r),
    pearsonP: finite(df > 0 ? studentTwoSided(t, df) : Number.NaN),
    spearman: finite(pearsonOf(midRanks(x), midRanks(y))),
    kendallTauB: finite(tauB(x, y)),
  }
}
