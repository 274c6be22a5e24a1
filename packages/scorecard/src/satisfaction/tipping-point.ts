import type { Share } from '@wayproof/kernel/share'
import type { WaveFacts } from '../facts.ts'

/**
 * Share of nonrespondents that would have to be satisfied for all invited customers together to be exactly at the
 * target. Below 0 or above 1 nonresponse cannot change the verdict. Null without nonrespondents, and before
 * answers are counted. Takes the unweighted share, because weighted answers do not add up with counts of people.
 */
export function tippingPoint(
  unweighted: number,
  { invited, answered }: Pick<WaveFacts, 'invited' | 'answered'>,
  target: Share,
): number | null {
  if (answered === null) return null
  const silent = invited - answered
  if (silent <= 0) return null
  const wanted = (target.numerator / target.denominator) * invited
  return (wanted - unweighted * answered) / silent
}
