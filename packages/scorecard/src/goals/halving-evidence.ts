import { poissonRateRatio } from '@wayproof/statistics/rates/rate-ratio'
import type { BookedLeaks, IncidentFacts } from '../facts.ts'
import type { IncidentFigures, Interval } from '../verdict.ts'

export interface HalvingEvidence {
  readonly word: NonNullable<IncidentFigures['evidence']>
  /** Interval of the reduction, 1 - ratio. */
  readonly interval: Interval
}

const LEVEL = 0.95

interface CachedEvidence {
  readonly targetRatio: number
  readonly counts: HalvingEvidence | null
  readonly rate: Interval | null
}

// The exact bounds are the most expensive part of the goal, so they are cached by facts object. A register change
// creates new facts and so drops the entry.
const evidenceCache = new WeakMap<IncidentFacts, CachedEvidence>()

/**
 * Compares the exact 95 % interval of the ratio of the counts with `targetRatio` (.5 = a halving): at or below it,
 * containing it, or above it. Too few if even a year without leaks would not show it. The two parts cover the same time,
 * so they have the same exposure. Null for a baseline of zero. Beside it stands the interval of the reduction per
 * booking. Results are cached by facts object.
 */
export function halvingEvidence(facts: IncidentFacts, targetRatio: number): CachedEvidence {
  const before = evidenceCache.get(facts)
  if (before?.targetRatio === targetRatio) return before
  const evidence = { targetRatio, counts: countEvidence(facts, targetRatio), rate: rateInterval(facts.booked) }
  evidenceCache.set(facts, evidence)
  return evidence
}

function countEvidence({ baselineSoFar, currentCount }: IncidentFacts, targetRatio: number): HalvingEvidence | null {
  if (baselineSoFar === null) return null
  const baselineCount = baselineSoFar
  const counts = { baselineCount, baselineExposure: 1, currentExposure: 1, targetRatio, level: LEVEL }
  const best = poissonRateRatio({ ...counts, currentCount: 0 }).ciUpper
  const { ciLower, ciUpper } = poissonRateRatio({ ...counts, currentCount })
  if (best === null || ciLower === null || ciUpper === null) return null
  const word = ciUpper <= targetRatio ? 'demonstrated' : ciLower > targetRatio ? 'contradicted' : 'compatible'
  return {
    word: best > targetRatio ? 'too-few' : word,
    interval: { lower: 1 - ciUpper, upper: 1 - ciLower, level: LEVEL },
  }
}

/** Interval of the reduction per booking; null unless the bookings are known. */
function rateInterval({ baselineBookings, currentBookings, ...counts }: BookedLeaks): Interval | null {
  if (!baselineBookings || !currentBookings) return null
  const { ciLower, ciUpper } = poissonRateRatio({
    ...counts,
    ...{ baselineExposure: baselineBookings, currentExposure: currentBookings, targetRatio: 1, level: LEVEL },
  })
  return ciLower === null || ciUpper === null ? null : { lower: 1 - ciUpper, upper: 1 - ciLower, level: LEVEL }
}
