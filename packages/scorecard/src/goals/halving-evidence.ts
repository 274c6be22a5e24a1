import { poissonRateRatio } from '@wayproof/statistics'
import type { IncidentFacts } from '../facts.ts'
import type { IncidentFigures, Interval } from '../verdict.ts'

export interface HalvingEvidence {
  readonly word: NonNullable<IncidentFigures['evidence']>
  /** Interval of the reduction, 1 - ratio. */
  readonly interval: Interval
}

const LEVEL = 0.95

// The exact bounds are the most expensive part of the goal, so they are cached by facts object. A register change
// creates new facts and so drops the entry.
const evidenceCache = new WeakMap<
  IncidentFacts,
  { readonly targetRatio: number; readonly evidence: HalvingEvidence | null }
>()

/** Exposure of the leaks: bookings of the two years, or 1 and 1 if either is unknown. */
function exposures({ booked }: IncidentFacts) {
  const { baselineBookings: before, currentBookings: now } = booked
  return before && now ? { before, now } : { before: 1, now: 1 }
}

/**
 * Compares the exact 95 % interval of the ratio with `targetRatio` (.5 = a halving): at or below it, containing it, or
 * above it. Too few if even a year without leaks would not show it. Bookings are the exposure; without them both years
 * count equally. Null for a baseline of zero. Results are cached by facts object.
 */
export function halvingEvidence(facts: IncidentFacts, targetRatio: number): HalvingEvidence | null {
  const before = evidenceCache.get(facts)
  if (before?.targetRatio === targetRatio) return before.evidence
  const evidence = evidenceOf(facts, targetRatio)
  evidenceCache.set(facts, { targetRatio, evidence })
  return evidence
}

function evidenceOf(facts: IncidentFacts, targetRatio: number): HalvingEvidence | null {
  const { baselineCount, currentCount } = facts
  const { before, now } = exposures(facts)
  const rates = {
    baselineCount,
    baselineExposure: before,
    currentExposure: now,
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
