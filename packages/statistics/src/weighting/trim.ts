import { kishEffect } from './weighted.ts'

/** Trimmed weights, and the design effect of the weights as they came. */
export interface TrimmedWeights {
  /** Repeated until every weight is inside. */
  readonly strict: readonly number[]
  /** Trimmed once: spreading the excess may have pushed others outside. */
  readonly once: readonly number[]
  readonly kishDeff: number | null
}

/** `counts` says how many rows share each weight, one each if absent. */
export interface WeightsToTrim {
  readonly weights: readonly number[]
  readonly counts?: readonly number[]
  readonly lower: number
  readonly upper: number
}

interface Pass {
  readonly weights: readonly number[]
  readonly trimmed: readonly boolean[]
}

/** Cuts to the bounds and spreads what was cut evenly over those inside; where none is left, it is lost. */
function trimPass({ weights, trimmed }: Pass, { lower, upper, counts }: WeightsToTrim): Pass {
  const outside = weights.map((weight) => weight < lower || weight > upper)
  const cut = weights.map((weight) => Math.max(lower, Math.min(weight, upper)))
  const times = (i: number) => (counts ? (counts[i] ?? 0) : 1)
  const excess = weights.reduce((sum, weight, i) => sum + (weight - (cut[i] ?? 0)) * times(i), 0)
  const takes = weights.map((_, i) => !outside[i] && !trimmed[i] && times(i) > 0)
  const takers = takes.reduce((sum, taken, i) => sum + (taken ? times(i) : 0), 0)
  return {
    weights: cut.map((weight, i) => (takes[i] ? weight + excess / takers : weight)),
    trimmed: weights.map((_, i) => outside[i] === true || trimmed[i] === true),
  }
}

/** Keeps survey weights within `lower` and `upper` (R's survey::trimWeights; Potter 1990). */
export function trimWeights(input: WeightsToTrim): TrimmedWeights {
  const { weights, lower, upper, counts } = input
  const allInside = (pass: Pass) => pass.weights.every((weight) => weight >= lower && weight <= upper)
  const start: Pass = { weights, trimmed: weights.map(() => false) }
  const once = allInside(start) ? start : trimPass(start, input)
  let strict = once
  // Each pass trims at least one more.
  for (let i = 0; i < weights.length && !allInside(strict); i++) strict = trimPass(strict, input)
  return { strict: strict.weights, once: once.weights, kishDeff: kishEffect(weights, counts).designEffect }
}
