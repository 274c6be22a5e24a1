import { finite } from '../distributions/finite.ts'
import { covariance, variance } from './moments.ts'

/** Null if the sum score does not vary, or for fewer than two items or rows. */
export interface Reliability {
  readonly rawAlpha: number | null
  /** Correlation of each item with the sum of the others. */
  readonly itemTotal: readonly (number | null)[]
}

/**
 * Cronbach's alpha, k/(k-1) (1 - Σ item variances / variance of the sum), and corrected item-total correlations (r.drop
 * of R's psych::alpha). Source: Cronbach 1951. `items` has one complete row per respondent.
 */
export function cronbachAlpha({ items }: { items: readonly (readonly number[])[] }): Reliability {
  const columns = (items[0] ?? []).map((_, c) => items.map((row) => row[c] ?? Number.NaN))
  const sums = items.map((row) => row.reduce((sum, value) => sum + value, 0))
  const k = columns.length
  const itemVariance = columns.reduce((sum, column) => sum + variance(column), 0)
  return {
    rawAlpha: finite((k / (k - 1)) * (1 - itemVariance / variance(sums))),
    itemTotal: columns.map((column) => {
      const restScores = sums.map((sum, i) => sum - (column[i] ?? 0))
      return finite(covariance(column, restScores) / Math.sqrt(variance(column) * variance(restScores)))
    }),
  }
}
