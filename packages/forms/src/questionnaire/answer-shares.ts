import type { LocalText } from '@wayproof/kernel/people/locale'
import { type CodedQuestion, codedItems, DONT_KNOW, NO, YES } from './coded-items.ts'
import type { Questionnaire } from './questionnaire.ts'
import { satisfiedPoints } from './satisfied-points.ts'

/** How the share of a question counts an answer: in it, beside it, or without an opinion. */
export type CountedAs = 'in' | 'beside' | 'without-opinion'

export const SHARE_KINDS = ['rating', 'chosen', 'yes', 'promoters', 'detractors'] as const
/**
 * The answers in a share: ratings at the satisfied points of the scale, a choice, a yes, recommendations of 9 and 10, or of 0 to 6.
 */
export type ShareKind = (typeof SHARE_KINDS)[number]

/** A share of the answers to a question that a wave publishes, after cell suppression. */
export interface AnswerShare {
  /** The question's own for a rating, a yes or promoters; otherwise `question.value` or `question.detractors`. */
  readonly id: string
  readonly kind: ShareKind
  /** The question, row or choice. */
  readonly text: LocalText
  /** The question that a choice belongs to; null if `text` is the question. */
  readonly stem: LocalText | null
  /** The coded question that is counted. */
  readonly item: string
  readonly countedAs: ReadonlyMap<string, CountedAs>
}

/** Choices with these roles steer the questionnaire or have an indicator of their own. */
const UNPUBLISHED = ['filter', 'leak-signal']

/** Every share that a wave with this questionnaire publishes, in its order. A rating without satisfied points has none. */
export const answerShares = (questionnaire: Questionnaire): readonly AnswerShare[] =>
  codedItems(questionnaire).flatMap((question) => sharesOf(questionnaire, question))

function sharesOf({ scales }: Questionnaire, question: CodedQuestion): readonly AnswerShare[] {
  const { id, codes, stem, item } = question
  const share = (countedAs: (code: string) => CountedAs) => ({
    ...{ id, item: id, text: textOf(question), stem: null },
    countedAs: new Map(codes.map((code) => [code, countedAs(code)])),
  })
  switch (question.kind) {
    case 'scale': {
      const scale = scales[question.scale]
      const satisfied = scale ? satisfiedPoints(scale).map(String) : []
      if (satisfied.length === 0) return []
      const onScale = new Set(scale?.points.map(({ value }) => String(value)))
      const ofRating = (code: string) =>
        satisfied.includes(code) ? 'in' : onScale.has(code) ? 'beside' : 'without-opinion'
      return [{ ...share(ofRating), kind: 'rating' }]
    }
    case 'tick':
      return [{ ...share((code) => (code === YES ? 'in' : 'beside')), kind: 'chosen', stem }]
    case 'yes-no': {
      const ofYes = (code: string) => (code === YES ? 'in' : code === NO ? 'beside' : 'without-opinion')
      return [{ ...share(ofYes), kind: 'yes' }]
    }
    case 'recommend': {
      const within = (lowest: number, highest: number) => (code: string) =>
        code === DONT_KNOW ? 'without-opinion' : Number(code) >= lowest && Number(code) <= highest ? 'in' : 'beside'
      return [
        { ...share(within(9, 10)), kind: 'promoters' },
        { ...share(within(0, 6)), kind: 'detractors', id: detractorsId(id) },
      ]
    }
    case 'choice':
      if (item.type !== 'choice' || UNPUBLISHED.includes(item.role)) return []
      return item.options.map((option) => ({
        ...share((code) => (code === option.value ? 'in' : 'beside')),
        ...{ id: `${id}.${option.value}`, kind: 'chosen' as const, text: textOf(option), stem: textOf(question) },
      }))
  }
}

/** How the share of a rated question counts its values; null without a rating or without satisfied points. */
export const ratingCountedAs = (questionnaire: Questionnaire, item: string): ReadonlyMap<string, CountedAs> | null =>
  answerShares(questionnaire).find((share) => share.kind === 'rating' && share.id === item)?.countedAs ?? null

/** ID of the share of detractors of a recommendation. */
export const detractorsId = (id: string): string => `${id}.detractors`

const textOf = ({ 'zh-CN': zh, en }: LocalText): LocalText => ({ 'zh-CN': zh, en })
