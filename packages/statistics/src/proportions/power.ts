import { finite } from '../distributions/finite.ts'
import { normalAtMost } from '../distributions/normal.ts'
import { normalInverse } from '../distributions/quantiles.ts'

/** A planned comparison of two shares with `nPerGroup` answers each, by a two-sided test at `alpha`. */
export interface PlannedComparison {
  readonly nPerGroup: number
  readonly p1: number
  readonly p2: number
  readonly alpha: number
}

/** Distance of two shares in units of their pooled and separate standard errors (Fleiss 1981). */
function distance(p1: number, n1: number, p2: number, n2: number, alpha: number) {
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
  return {
    beyond: Math.abs(p2 - p1) + normalInverse(alpha / 2) * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)),
    error: Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2),
  }
}

/**
 * Power to detect the difference (R's power.prop.test, strict = FALSE: significance in the wrong direction does not
 * count). Null without answers, or if the shares are equal and neither varies.
 */
export function powerTwoProportions({ nPerGroup, p1, p2, alpha }: PlannedComparison): { power: number | null } {
  const { beyond, error } = distance(p1, nPerGroup, p2, nPerGroup, alpha)
  return { power: finite(normalAtMost(beyond / error)) }
}

/**
 * A share `p1` of `n1` before, to be compared with `n2` answers after; sizes may be effective, which are fractional.
 */
export interface ComparisonSize {
  readonly p1: number
  readonly n1: number
  readonly n2: number
  /** Two-sided significance level, 0.05 by default. */
  readonly alpha?: number
  /** Power, 0.8 by default. */
  readonly power?: number
}

/** Smallest detectable rise and fall of a share, both as positive differences; null if none is detectable. */
export interface DetectableChange {
  readonly rise: number | null
  readonly fall: number | null
}

/**
 * The smallest change that two waves of this size detect with `power`, by the test of `powerTwoProportions`. The
 * missing power has a single sign change (both errors are concave in the second share), so bisection finds it.
 */
export function detectableChange({ p1, n1, n2, alpha = 0.05, power = 0.8 }: ComparisonSize): DetectableChange {
  const powerAt = (p2: number) => {
    const { beyond, error } = distance(p1, n1, p2, n2, alpha)
    return beyond >= normalInverse(power) * error
  }
  const towards = (end: number) => {
    if (!(n1 > 0 && n2 > 0) || end === p1 || !powerAt(end)) return null
    let [missed, enough] = [0, 1]
    for (let i = 0; i < 60; i++) {
      const middle = (missed + enough) / 2
      if (powerAt(p1 + (end - p1) * middle)) enough = middle
      else missed = middle
    }
    return Math.abs(end - p1) * enough
  }
  return { rise: towards(1), fall: towards(0) }
}
