import { poissonRateRatio } from '@wayproof/statistics'
import type { IncidentFacts } from './facts.ts'
import type { IncidentFigures, Interval } from './verdict.ts'

export interface HalvingEvidence {
  readonly word: NonNullable<IncidentFigures['evidence']>
  /** Of the reduction, 1 - ratio. */
  readonly interval: Interval
}

const LEVEL = 0.95

/**
 * What the exact 95 % interval of the ratio says of `targetRatio` (.5 = a halving): it lies at or below, holds it, or lies
 * above. Too few where even a year without a leak would not show it. Bookings are the exposure; without them the two
 * years count alike. Null on a baseline of zero.
 */
export function halvingEvidence(facts: IncidentFacts, targetRatio: number): HalvingEvidence | null {
  const { baselineCount, currentCount, baselineBookings, currentBookings } = facts
  const known = baselineBookings && currentBookings
  const rates = {
    baselineCount,
    baselineExposure: known ? baselineBookings : 1,
    currentExposure: known ? currentBookings : 1,
    targetRatio,
    level: LEVEL,
  }
  const best = poissonRateRatio({ ...rates, currentCount: 0 }).ciUpper
  const { ciLower, ciUpper } = poissonRateRatio({ ...rates, currentCount })
  if (best === null || ciLower === null || ciUpper === null) return null
  const word = ciUpper <= targetRatio ? 'demonstrated' : ciLower > targetRatio ? 'contradicted' : 'compatible'
  return {
    word: best > targetRatio ? 'too-few' : word,
    interval: { lower: 1 - ciUpper, upper: 1 - ciLower, level: LEVEL },
  }
}
