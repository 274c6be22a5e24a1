import { rakeWeights, type ScoredRow } from './rake.ts'

/** Weights that match one margin, and the resulting share. */
export interface PostStratifiedShare {
  readonly weights: readonly number[]
  readonly weightedTop2: number | null
  readonly se: number | null
}

/**
 * Post-stratification (Holt and Smith 1979; R's survey::postStratify): raking to a single margin. Each row has a
 * `score` of 1-5 and one other field, its category; `margin` has the population total of each category.
 */
export function postStratify(input: {
  rows: readonly ScoredRow[]
  baseWeight: number | readonly number[]
  margin: Readonly<Record<string, number>>
}): PostStratifiedShare {
  const { rows, baseWeight, margin } = input
  const field = Object.keys(rows[0] ?? {}).find((name) => name !== 'score') ?? ''
  const raked = rakeWeights({ rows, baseWeight, margins: { [field]: margin } })
  return { weights: raked.weights, weightedTop2: raked.weightedTop2, se: raked.seRake }
}
