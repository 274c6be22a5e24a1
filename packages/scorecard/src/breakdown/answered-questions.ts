import type { LocalText } from '@wayproof/kernel/people/locale'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import type { RatedItem } from '../facts.ts'
import type { Breakdown } from './breakdown.ts'
import { type Recommendation, recommendationOf } from './recommendation.ts'

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
