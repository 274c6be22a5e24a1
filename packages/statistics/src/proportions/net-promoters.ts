import { finite } from '../distributions/finite.ts'
import type { Interval } from '../distributions/interval.ts'
import { criticalZ } from '../distributions/quantiles.ts'
import { influences, linearisedSe, meanOf } from '../weighting/weighted.ts'

/** Answers 9-10 and 0-6 of `n` answers 0-10; all may be fractional (effective sample sizes). */
export interface Recommendations {
  readonly promoters: number
  readonly detractors: number
  readonly n: number
  readonly level: number
}

/** Share of promoters less share of detractors, -1 to 1, with its interval. */
export interface NetPromoters extends Interval {
  /** Null without answers. */
  readonly estimate: number | null
}

/** Added to promoters and to detractors, and twice to the others: no certainty where all answers agree. */
const ADDED = 0.75

/**
 * Share of promoters less share of detractors with a delta-method interval: the variance (p + d - (p - d)²)/n
 * after 3 added answers ("adjusted Wald", Rocks 2016). The estimate itself has none added. Without answers the interval
 * is -1 to 1.
 */
export function netPromoters({ promoters, detractors, n, level }: Recommendations): NetPromoters {
  if (!(n > 0)) return { estimate: null, lower: -1, upper: 1 }
  const base = n + 4 * ADDED
  const center = (promoters - detractors) / base
  const variance = (promoters + detractors + 2 * ADDED) / base - center ** 2
  return { estimate: (promoters - detractors) / n, ...around(center, Math.sqrt(variance / base), level) }
}

/** The weighted estimate with its linearized standard error (R's survey::svymean of 1, 0, -1); `score` is 0-10. */
export function weightedNetPromoters({
  score,
  weights,
  level,
}: {
  readonly score: readonly number[]
  readonly weights: readonly number[]
  readonly level: number
}): NetPromoters & { readonly se: number | null } {
  const sign = score.map((value) => (value >= 9 ? 1 : value <= 6 ? -1 : 0))
  const mean = meanOf(sign, weights)
  const se = linearisedSe(influences(sign, weights, mean))
  const interval = Number.isFinite(se) ? around(mean, se, level) : { lower: -1, upper: 1 }
  return { estimate: finite(mean), se: finite(se), ...interval }
}

function around(center: number, se: number, level: number): Interval {
  const width = criticalZ(level) * se
  return { lower: Math.max(-1, center - width), upper: Math.min(1, center + width) }
}
