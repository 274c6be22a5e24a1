import type { Share } from '@wayproof/kernel'
import type { WaveFacts } from '../facts.ts'

/**
 * The share of those who were asked and kept silent that would have to be satisfied for all of them together to stand
 * exactly at the target. Below 0 or above 1 nothing the silent could say would turn the verdict. Null where nobody is silent.
 */
export function tippingPoint(
  value: number,
  { invited, answered }: Pick<WaveFacts, 'invited' | 'answered'>,
  target: Share,
): number | null {
  const silent = invited - answered
  if (silent <= 0) return null
  const wanted = (target.numerator / target.denominator) * invited
  return (wanted - value * answered) / silent
}
