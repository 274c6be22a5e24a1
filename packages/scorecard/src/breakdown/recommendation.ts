import { netPromoters } from '@wayproof/statistics/proportions/net-promoters'
import { nearestShare } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import { floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'

/** Share of promoters less share of detractors, unweighted, as fine as its shares are published. */
export interface Recommendation {
  /** -1 to 1. */
  readonly score: number
  readonly interval: Interval
  /** Share of neither. */
  readonly others: number
  /** Lower bound of the people with an opinion. */
  readonly people: number
}

const TENTHS = sharesIn[FINEST_STEP]

/**
 * Computed from the published shares only, so it reveals no more than they do. Null if a share is not shown, or if
 * fewer than `minimum` people gave an opinion.
 */
export function recommendationOf(
  promoters: GroupFigure,
  detractors: GroupFigure,
  minimum: number,
): Recommendation | null {
  if (promoters.kind !== 'shown' || detractors.kind !== 'shown' || promoters.people < minimum) return null
  const { people } = promoters
  const [most, least] = [nearestShare(promoters.topTwo), nearestShare(detractors.topTwo)]
  const counts = { promoters: most * people, detractors: least * people, n: people }
  const { lower, upper } = netPromoters({ ...counts, level: LEVEL })
  return {
    score: Math.round((most - least) * TENTHS) / TENTHS,
    interval: { lower: floorTo(lower, TENTHS), upper: floorTo(upper, TENTHS), level: LEVEL },
    others: Math.round(Math.max(0, 1 - most - least) * TENTHS) / TENTHS,
    people,
  }
}
