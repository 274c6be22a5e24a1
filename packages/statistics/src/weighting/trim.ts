import { kishEffect } from './weighted.ts'

/** Trimmed weights, and the design effect of the original weights. */
export interface TrimmedWeights {
  /** Trimmed repeatedly until every weight is within the bounds. */
  readonly strict: readonly number[]
  /** Trimmed once: redistributing the excess may have moved others outside. */
  readonly once: readonly number[]
  readonly kishDeff: number | null
}

/** `counts` is the number of rows that share each weight, 1 each by default. */
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

/** Cuts weights to the bounds and redistributes the excess evenly over the others; if there are none, it is lost. */
function trimPass({ weights, trimmed }: Pass, { lower, upper, counts }: WeightsToTrim): Pass {
  const isOutside = weights.map((weight) => weight < lower || weight > upper)
  const cut = weights.map((weight) => Math.max(lower, Math.min(weight, upper)))
  const times = (i: number) => (counts ? (counts[i] ?? 0) : 1)
  const excess = weights.reduce((sum, weight, i) => sum + (weight - (cut[i] ?? 0)) * times(i), 0)
  const takesExcess = weights.map((_, i) => !isOutside[i] && !trimmed[i] && times(i) > 0)
  const takers = takesExcess.reduce((sum, takesExcess, i) => sum + (takesExcess ? times(i) : 0), 0)
  return {
    weights: cut.map((weight, i) => (takesExcess[i] ? weight + excess / takers : weight)),
    trimmed: weights.map((_, i) => isOutside[i] === true || trimmed[i] === true),
  }
}

/** Trims survey weights to `lower` and `upper` (R's survey::trimWeights; Potter 1990). */
export function trimWeights(input: WeightsToTrim): TrimmedWeights {
  const { weights, lower, upper, counts } = input
  const allInside = (pass: Pass) => pass.weights.every((weight) => weight >= lower && weight <= upper)
  const start: Pass = { weights, trimmed: weights.map(() => false) }
  const once = allInside(start) ? start : trimPass(start, input)
  let strict = once
  // Each pass trims at least one more weight.
  for (let i = 0; i < weights.length && !allInside(strict); i++) strict = trimPass(strict, input)
  return { strict: strict.weights, once: once.weights, kishDeff: kishEffect(weights, counts).designEffect }
}
