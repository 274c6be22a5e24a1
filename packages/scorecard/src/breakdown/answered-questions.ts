import type { LocalText } from '@wayproof/kernel/people/locale'
import { netPromoters } from '@wayproof/statistics/proportions/net-promoters'
import { nearestShare } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import type { RatedItem } from '../facts.ts'
import { floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'
import type { Breakdown } from './breakdown.ts'

/** A question that is not a rating, with the published shares of its answers in this half-year and the previous one. */
export interface AnsweredQuestion {
  readonly id: string
  readonly text: LocalText
  readonly kind: 'choices' | 'yes-no' | 'recommendation'
  readonly shares: readonly AnsweredShare[]
  /** Null for other kinds, or where too few answered. */
  readonly recommendation: Recommendation | null
  readonly recommendationBefore: Recommendation | null
}

export interface AnsweredShare {
  readonly item: RatedItem
  readonly now: GroupFigure
  /** Absent if the questions cannot be compared. */
  readonly before: GroupFigure
}

/** Groups the shares of choices, yes and recommendations by their question, in its order. */
export function answeredQuestions(breakdowns: readonly Breakdown[]): readonly AnsweredQuestion[] {
  const shares = breakdowns.flatMap(({ item, now, before, minimum }) =>
    item && item.kind !== 'rating' ? [{ item, now: now.everybody, before: before.everybody, minimum }] : [],
  )
  const questions = Map.groupBy(shares, ({ item }) => questionId(item))
  return [...questions].flatMap(([id, [first, ...others]]) => {
    if (!first) return []
    const all = [first, ...others]
    const kind = KINDS[first.item.kind]
    const [detractors] = others
    const scoreOf = (wave: 'now' | 'before') =>
      kind === 'recommendation' && detractors ? recommendationOf(first[wave], detractors[wave], first.minimum) : null
    return [
      {
        ...{ id, kind, text: first.item.stem ?? first.item.text },
        shares: all.map(({ item, now, before }) => ({ item, now, before })),
        recommendation: scoreOf('now'),
        recommendationBefore: scoreOf('before'),
      },
    ]
  })
}

/** The part before the dot; a question's own ID has none. */
const questionId = ({ id }: Pick<RatedItem, 'id'>): string => id.split('.')[0] ?? id

const KINDS = {
  ...{ rating: 'choices', chosen: 'choices', yes: 'yes-no' },
  ...{ promoters: 'recommendation', detractors: 'recommendation' },
} as const satisfies Record<RatedItem['kind'], AnsweredQuestion['kind']>

/** Share of promoters less share of detractors, unweighted, as fine as its shares are published. */
interface Recommendation {
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
