import { finite } from '../distributions/finite.ts'

/** Sum of the values, each multiplied by its entry in `counts` (1 by default). */
const total = (values: readonly number[], counts?: readonly number[]) =>
  values.reduce((sum, value, i) => sum + value * (counts ? (counts[i] ?? 0) : 1), 0)

/* Identical rows may be grouped: `counts` is the number of rows that each entry represents, 1 each by default. */

const squared = (values: readonly number[]) => values.map((value) => value * value)

/** Cost of unequal weights. Null without weights. */
export interface KishEffect {
  /** n Σw² / (Σw)²; 1 for equal weights. */
  readonly designEffect: number | null
  /** (Σw)² / Σw². */
  readonly effectiveN: number | null
}

/** Kish's design effect of weighting and the effective sample size. Source: Kish 1965. */
export function kishEffect(weights: readonly number[], counts?: readonly number[]): KishEffect {
  const n = counts ? total(counts) : weights.length
  const sum = total(weights, counts)
  const squares = total(squared(weights), counts)
  return { designEffect: finite((n * squares) / sum ** 2), effectiveN: finite(sum ** 2 / squares) }
}

/** Influence of each row on a weighted mean: w (y - mean) / Σw (Taylor linearization). */
export function influences(
  values: readonly number[],
  weights: readonly number[],
  mean: number,
  counts?: readonly number[],
): number[] {
  const sum = total(weights, counts)
  return values.map((value, i) => ((weights[i] ?? 0) / sum) * (value - mean))
}

/** With-replacement standard error of a sum of influences: sqrt(n/(n-1) Σ(z - z̄)²). NaN below two rows. */
export function linearisedSe(pulls: readonly number[], counts?: readonly number[]): number {
  const n = counts ? total(counts) : pulls.length
  const mean = total(pulls, counts) / n
  return Math.sqrt((n > 1 ? n / (n - 1) : Number.NaN) * total(squared(pulls.map((pull) => pull - mean)), counts))
}

/** Σwy / Σw; NaN without weight. */
export function meanOf(values: readonly number[], weights: readonly number[], counts?: readonly number[]): number {
  return (
    total(
      values.map((value, i) => value * (weights[i] ?? 0)),
      counts,
    ) / total(weights, counts)
  )
}

/** Weighted share of the scores 4 and 5, and weighted mean, with their errors; null without weights or for a single row. */
export interface WeightedScore {
  readonly top2: number | null
  readonly seTop2: number | null
  readonly mean: number | null
  readonly seMean: number | null
}

/** 1 for a satisfied answer (4 or 5 of 5), 0 for any other. */
export const satisfied = (score: readonly number[]): number[] => score.map((value) => (value >= 4 ? 1 : 0))

/** Estimates with linearized standard errors (R's survey::svymean without strata; Binder 1983). `score` is 1-5. */
export function weightedMean(answers: { score: readonly number[]; weights: readonly number[] }): WeightedScore {
  const { score, weights } = answers
  const top = satisfied(score)
  const top2 = meanOf(top, weights)
  const mean = meanOf(score, weights)
  return {
    top2: finite(top2),
    seTop2: finite(linearisedSe(influences(top, weights, top2))),
    mean: finite(mean),
    seMean: finite(linearisedSe(influences(score, weights, mean))),
  }
}

/** Standard errors below this are rounding noise of an error of 0. */
const NO_ERROR = 1e-12

/** Effective sample size: a simple random sample with the same error, p(1-p) / se². Null if the error is 0. */
export const effectiveNumber = (p: number, se: number): number | null =>
  se < NO_ERROR ? null : finite((p * (1 - p)) / se ** 2)

/** A weighted share and its error. */
export interface WeightedShare {
  readonly p: number
  /** Linearized standard error; NaN for a single answer. */
  readonly se: number
  readonly answers: number
  /** Kish's effective sample size of the weights. */
  readonly kish: number
}

/**
 * Answers divided by the design effect, the variance over that of a simple random sample: p(1-p)/(n-1). The groups may
 * explain so much that the error nearly vanishes, so it never exceeds Kish's size, nor the number of answers.
 */
export function effectiveAnswers({ p, se, answers, kish }: WeightedShare): number {
  const effective = se < NO_ERROR ? Number.POSITIVE_INFINITY : (answers * p * (1 - p)) / ((answers - 1) * se ** 2)
  const most = Math.min(Number.isFinite(effective) ? effective : kish, kish)
  return most > answers * (1 - ROUNDING) ? answers : most
}

/** Relative rounding noise of sums. */
const ROUNDING = 1e-9
