import { finite } from '../distributions/finite.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { criticalZ, normalInverse } from '../distributions/quantiles.ts'

/** Two independent estimates with their standard errors; they may be weighted. */
export interface TwoEstimates {
  readonly before: number
  readonly seBefore: number
  readonly after: number
  readonly seAfter: number
  /** Confidence level of the interval, 0.95 by default. */
  readonly level?: number
  /** Power for `detectable`, 0.8 by default. */
  readonly power?: number
}

/** `z` and `p` are null if neither estimate has an error: any difference is then certain. */
export interface EstimateChange {
  /** after - before. */
  readonly diff: number | null
  readonly se: number | null
  readonly z: number | null
  readonly p: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Smallest detectable change in either direction: (z of the level + z of the power) x se (Bloom 1995). */
  readonly detectable: number | null
}

/** The change between two independent estimates by the normal approximation: z = diff / sqrt(se1² + se2²). */
export function compareEstimates(estimates: TwoEstimates): EstimateChange {
  const { level = 0.95, power = 0.8 } = estimates
  const diff = estimates.after - estimates.before
  const se = Math.hypot(estimates.seBefore, estimates.seAfter)
  const z = diff / se
  const reach = criticalZ(level)
  return {
    diff: finite(diff),
    se: finite(se),
    z: finite(z),
    p: Number.isFinite(z) ? finite(normalTwoSided(z)) : null,
    lower: finite(diff - reach * se),
    upper: finite(diff + reach * se),
    detectable: finite((reach + normalInverse(power)) * se),
  }
}
