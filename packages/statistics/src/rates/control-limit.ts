import { firstWhere } from '../distributions/binomial.ts'
import { finite } from '../distributions/finite.ts'
import { poissonAtMost } from '../distributions/poisson.ts'

/** A count above the limit is unlikely to be chance. Null for an invalid mean. */
export interface ControlLimit {
  /** mean + 3 sqrt(mean) (Shewhart's c-chart). */
  readonly upper: number | null
  /** The Poisson quantile at 0.99865, the normal probability below three standard deviations. */
  readonly exactUpper: number | null
}

/**
 * Upper control limits of a count with this mean per period; for a rate (u-chart), pass the mean at the period's
 * exposure.
 */
export function poissonControlLimit({ mean }: { mean: number }): ControlLimit {
  const upper = mean + 3 * Math.sqrt(mean)
  if (!Number.isFinite(upper)) return { upper: null, exactUpper: null }
  const covers = (count: number) => poissonAtMost({ count, mean }) >= 0.99865
  return { upper, exactUpper: finite(firstWhere(0, Math.ceil(upper + 10), covers)) }
}
