import { finite } from './finite.ts'

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** What unequal weights cost. Null without weights. */
export interface KishEffect {
  /** n Σw² / (Σw)²; 1 where all weigh the same. */
  readonly designEffect: number | null
  /** (Σw)² / Σw². */
  readonly effectiveN: number | null
}

/** Kish's design effect of weighting and the effective number of answers. Source: Kish 1965. */
export function kishEffect(weights: readonly number[]): KishEffect {
  const sum = total(weights)
  const squares = total(weights.map((weight) => weight * weight))
  return { designEffect: finite((weights.length * squares) / sum ** 2), effectiveN: finite(sum ** 2 / squares) }
}

/** How far each row pulls a weighted mean: w (y - mean) / Σw (Taylor linearisation). */
export function influences(values: readonly number[], weights: readonly number[], mean: number): number[] {
  const sum = total(weights)
  return values.map((value, i) => ((weights[i] ?? 0) / sum) * (value - mean))
}

/** With-replacement standard error of a sum of influences: sqrt(n/(n-1) Σ(z - z̄)²). NaN for a single row. */
export function linearisedSe(pulls: readonly number[]): number {
  const n = pulls.length
  const mean = total(pulls) / n
  return Math.sqrt((n / (n - 1)) * total(pulls.map((pull) => (pull - mean) ** 2)))
}

/** Σwy / Σw, NaN where nothing weighs. */
export function meanOf(values: readonly number[], weights: readonly number[]): number {
  return total(values.map((value, i) => value * (weights[i] ?? 0))) / total(weights)
}

/**
 * Weighted mean with linearised standard error (R's survey::svymean without strata; Binder 1983). For a share the values
 * are 1 and 0; `se` is null for a single row.
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): { mean: number | null; se: number | null } {
  const mean = meanOf(values, weights)
  return { mean: finite(mean), se: finite(linearisedSe(influences(values, weights, mean))) }
}

/** Answers of a simple random sample that would be as sure: p(1-p) / se². Null where the error is 0. */
export const effectiveNumber = (p: number, se: number): number | null => finite((p * (1 - p)) / se ** 2)
