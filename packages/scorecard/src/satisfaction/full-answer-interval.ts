import { wilson } from '@wayproof/statistics'
import type { WaveFacts } from '../facts.ts'
import type { Interval } from '../verdict.ts'
import { LEVEL, type SatisfactionEstimate } from './satisfaction-estimate.ts'

/** A sample smaller than this share of the eligible is as good as one of endless many. */
const LARGE = 0.05

/**
 * The interval of a sample that answered in full, and is more than 5 % of the eligible: n_eff (N - 1)/(N - n). Null for any
 * other: the correction treats silence as if it had been drawn.
 */
export function fullAnswerInterval(
  { eligible, invited, answered }: WaveFacts,
  { raw, value, effective }: SatisfactionEstimate,
): Interval | null {
  const { denominator: n } = raw
  if (value === null || answered < invited || n < answered || n >= eligible || n <= LARGE * eligible) return null
  const corrected = (effective * (eligible - 1)) / (eligible - n)
  const { lower, upper } = wilson({ x: value * corrected, n: corrected, level: LEVEL })
  return { lower, upper, level: LEVEL }
}
