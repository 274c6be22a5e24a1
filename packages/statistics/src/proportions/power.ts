import { finite } from '../distributions/finite.ts'
import { normalAtMost } from '../distributions/normal.ts'
import { normalInverse } from '../distributions/quantiles.ts'

/** Two shares to be told apart with `nPerGroup` answers each, by a two-sided test at `alpha`. */
export interface PlannedComparison {
  readonly nPerGroup: number
  readonly p1: number
  readonly p2: number
  readonly alpha: number
}

/** What the pooled and the separate errors of two shares make of their distance (Fleiss 1981). */
function distance(p1: number, n1: number, p2: number, n2: number, alpha: number) {
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
  return {
    beyond: Math.abs(p2 - p1) + normalInverse(alpha / 2) * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)),
    error: Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2),
  }
}

/**
 * Chance to find the difference (R's power.prop.test, strict = FALSE: finding it on the wrong side is not counted). Null
 * without answers, or where the shares are equal and neither varies.
 */
export function powerTwoProportions({ nPerGroup, p1, p2, alpha }: PlannedComparison): { power: number | null } {
  const { beyond, error } = distance(p1, nPerGroup, p2, nPerGroup, alpha)
  return { power: finite(normalAtMost(beyond / error)) }
}

/** A share `p1` of `n1` before (effective numbers may be fractional), to be compared with `n2` answers after. */
export interface ComparisonSize {
  readonly p1: number
  readonly n1: number
  readonly n2: number
  /** Two-sided level of the test, .05 if absent. */
  readonly alpha?: number
  /** Chance to find the change, .8 if absent. */
  readonly power?: number
}

/** Smallest rise and fall of a share that would have been found, both as positive differences; null where none would. */
export interface DetectableChange {
  readonly rise: number | null
  readonly fall: number | null
}

/**
 * The smallest change that two waves of this size find with the chance `power`, by the test of `powerTwoProportions`. What
 * is missing to certainty falls once along the way (both errors are concave in the second share), so it is halved.
 */
export function detectableChange({ p1, n1, n2, alpha = 0.05, power = 0.8 }: ComparisonSize): DetectableChange {
  const found = (p2: number) => {
    const { beyond, error } = distance(p1, n1, p2, n2, alpha)
    return beyond >= normalInverse(power) * error
  }
  const towards = (end: number) => {
    if (!(n1 > 0 && n2 > 0) || end === p1 || !found(end)) return null
    let [missed, enough] = [0, 1]
    for (let i = 0; i < 60; i++) {
      const middle = (missed + enough) / 2
      if (found(p1 + (end - p1) * middle)) enough = middle
      else missed = middle
    }
    return Math.abs(end - p1) * enough
  }
  return { rise: towards(1), fall: towards(0) }
}
