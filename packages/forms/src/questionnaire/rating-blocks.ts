import type { LocalText } from '@wayproof/kernel/people/locale'
import { codedItems, type RatedQuestion } from './coded-items.ts'
import type { Questionnaire, Scale } from './questionnaire.ts'

/** Fewest ratings of one answer in a block before their equality says anything. */
export const FEWEST_RATINGS = 4

/** Rated questions that offer the same points: the rows of a matrix, or the single questions on one scale. */
export interface RatingBlock {
  /** `matrix:` and the ID of the item, or `scale:` and the name of the scale. */
  readonly id: string
  /** The question of a matrix; null for single questions. */
  readonly text: LocalText | null
  readonly points: Scale['points']
  readonly questions: readonly RatedQuestion[]
}

/** The blocks of a questionnaire in which an answer can straight-line, in its order. */
export function ratingBlocks(questionnaire: Questionnaire): readonly RatingBlock[] {
  const byId = new Map<string, RatingBlock & { readonly questions: RatedQuestion[] }>()
  for (const question of codedItems(questionnaire)) {
    if (question.kind !== 'scale') continue
    const { item, scale } = question
    const isRow = item.type === 'matrix'
    const id = isRow ? `matrix:${item.id}` : `scale:${scale}`
    const points = questionnaire.scales[scale]?.points ?? []
    const block = byId.get(id) ?? { id, text: isRow ? item : null, points, questions: [] }
    block.questions.push(question)
    byId.set(id, block)
  }
  return [...byId.values()].filter(({ questions }) => questions.length >= FEWEST_RATINGS)
}
