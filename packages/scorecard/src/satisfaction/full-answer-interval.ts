import { effectiveWilson } from '@wayproof/statistics/proportions/wilson'
import type { WaveFacts } from '../facts.ts'
import type { Interval } from '../verdict.ts'
import { LEVEL, type SatisfactionEstimate } from './satisfaction-estimate.ts'

/** Sampling fraction up to which the finite-population correction is negligible. */
const LARGE = 0.05

/**
 * Interval with the finite-population correction n_eff (N - 1)/(N - n), for a sample that answered in full and exceeds
 * 5 % of the eligible. Null for any other sample: the correction would treat nonresponse as if it were sampled.
 */
export function fullAnswerInterval(
  { eligible, invited, answered }: WaveFacts,
  { raw, value, effective, degrees }: SatisfactionEstimate,
): Interval | null {
  const { denominator: n } = raw
  if (value === null || answered === null || answered < invited || n < answered) return null
  if (n >= eligible || n <= LARGE * eligible) return null
  const corrected = (effective * (eligible - 1)) / (eligible - n)
  const { lower, upper } = effectiveWilson({ p: value, effective: corrected, answers: n, degrees, level: LEVEL })
  return { lower, upper, level: LEVEL }
}
