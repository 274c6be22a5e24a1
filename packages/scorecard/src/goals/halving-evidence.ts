import { poissonRateRatio } from '@wayproof/statistics'
import type { IncidentFacts } from '../facts.ts'
import type { IncidentFigures, Interval } from '../verdict.ts'

export interface HalvingEvidence {
  readonly word: NonNullable<IncidentFigures['evidence']>
  /** The interval of the reduction, 1 - ratio. */
  readonly interval: Interval
}

const LEVEL = 0.95

// The exact bounds cost more than all else of a look at the goal. By the counted facts' object: it goes when a register changes
// and the store counts anew.
const kept = new WeakMap<IncidentFacts, { readonly targetRatio: number; readonly evidence: HalvingEvidence | null }>()

/** What the leaks are set against: the bookings of the two years, or 1 and 1 where either is not on record. */
export function exposures({ baselineBookings: before, currentBookings: now }: IncidentFacts) {
  return before && now ? { before, now } : { before: 1, now: 1 }
}

/**
 * What the exact 95 % interval of the ratio says of `targetRatio` (.5 = a halving): it lies at or below, holds it, or lies
 * above. Too few where even a year without a leak would not show it. Bookings are the exposure; without them the two
 * years count alike. Null on a baseline of zero. What the same facts gave before is given again.
 */
export function halvingEvidence(facts: IncidentFacts, targetRatio: number): HalvingEvidence | null {
  const before = kept.get(facts)
  if (before?.targetRatio === targetRatio) return before.evidence
  const evidence = evidenceOf(facts, targetRatio)
  kept.set(facts, { targetRatio, evidence })
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
