import { kishEffect } from './weighted.ts'

/** Trimmed weights, and the design effect of the weights as they came. */
export interface TrimmedWeights {
  /** Repeated until every weight is inside. */
  readonly strict: readonly number[]
  /** Trimmed once: spreading the excess may have pushed others outside. */
  readonly once: readonly number[]
  readonly kishDeff: number | null
}

interface Pass {
  readonly weights: readonly number[]
  readonly trimmed: readonly boolean[]
}

/** Cuts to the bounds and spreads what was cut evenly over those inside; where none is left, it is lost. */
function trimPass({ weights, trimmed }: Pass, lower: number, upper: number): Pass {
  const outside = weights.map((weight) => weight < lower || weight > upper)
  const cut = weights.map((weight) => Math.max(lower, Math.min(weight, upper)))
  const excess = weights.reduce((sum, weight, i) => sum + weight - (cut[i] ?? 0), 0)
  const takes = weights.map((_, i) => !outside[i] && !trimmed[i])
  const takers = takes.filter(Boolean).length
  return {
    weights: cut.map((weight, i) => (takes[i] ? weight + excess / takers : weight)),
    trimmed: weights.map((_, i) => outside[i] === true || trimmed[i] === true),
  }
}

/** Keeps survey weights within `lower` and `upper` (R's survey::trimWeights; Potter 1990). */
export function trimWeights(input: { weights: readonly number[]; lower: number; upper: number }): TrimmedWeights {
  const { weights, lower, upper } = input
  const allInside = (pass: Pass) => pass.weights.every((weight) => weight >= lower && weight <= upper)
  const start: Pass = { weights, trimmed: weights.map(() => false) }
  const once = allInside(start) ? start : trimPass(start, lower, upper)
  let strict = once
  // Each pass trims at least one more.
  for (let i = 0; i < weights.length && !allInside(strict); i++) strict = trimPass(strict, lower, upper)
  return { strict: strict.weights, once: once.weights, kishDeff: kishEffect(weights).designEffect }
}
