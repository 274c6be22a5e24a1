import type { LocalText } from '@wayproof/kernel'
import { type CodedQuestion, codedItems } from './coded-items.ts'
import { type Item, isOpenText, type Questionnaire, type TextItem } from './questionnaire.ts'

/** Why answers to a question cannot be compared with those to the previous version. */
export interface BrokenTrend {
  /** An item, a row of a matrix, or one choice among several as `id.value`. */
  readonly id: string
  readonly because: 'new' | 'gone' | 'wording' | 'scale' | 'shown-to-others'
}

/**
 * The questions whose trend breaks between two versions, in the order of the later version; removed ones come last. A
 * rating that moves into a matrix or out of it keeps its trend if its wording, stem and scale stay the same.
 */
export function brokenTrends(before: Questionnaire, after: Questionnaire): readonly BrokenTrend[] {
  const previousTrends = new Map(trendsOf(before).map((trend) => [trend.id, trend]))
  const laterTrends = trendsOf(after)
  const laterIds = new Set(laterTrends.map(({ id }) => id))
  const changed = laterTrends.flatMap((trend): readonly BrokenTrend[] => {
    const previous = previousTrends.get(trend.id)
    const because = previous ? difference(previous, trend) : 'new'
    return because ? [{ id: trend.id, because }] : []
  })
  const removed = [...previousTrends.keys()].filter((id) => !laterIds.has(id))
  return [...changed, ...removed.map((id) => ({ id, because: 'gone' }) as const)]
}

/** Everything that two versions must ask alike for their answers to be compared. */
interface Trend {
  readonly id: string
  readonly choices: unknown
  readonly words: unknown
  readonly conditions: unknown
}

function difference(previous: Trend, later: Trend): BrokenTrend['because'] | null {
  if (!isSameJson(previous.choices, later.choices)) return 'scale'
  if (!isSameJson(previous.words, later.words)) return 'wording'
  return isSameJson(previous.conditions, later.conditions) ? null : 'shown-to-others'
}

function trendsOf(questionnaire: Questionnaire): readonly Trend[] {
  const coded = Map.groupBy(codedItems(questionnaire), ({ item }): Item => item)
  return questionnaire.items.flatMap((item) =>
    isOpenText(item)
      ? [trendOf(questionnaire, item)]
      : (coded.get(item) ?? []).map((question) => trendOf(questionnaire, question)),
  )
}

function trendOf(questionnaire: Questionnaire, asked: CodedQuestion | TextItem): Trend {
  const isCoded = 'kind' in asked
  const stem = isCoded ? asked.stem : questionnaire.stem.appliesTo.includes(asked.id) ? questionnaire.stem : null
  return {
    id: asked.id,
    choices: isCoded ? choicesOf(questionnaire, asked) : 'text',
    words: [...wordsOf(asked), ...(stem ? wordsOf(stem) : [])],
    conditions: Object.entries(asked.showIf ?? {}),
  }
}

function choicesOf({ scales }: Questionnaire, question: CodedQuestion): unknown {
  const { item } = question
  switch (item.type) {
    case 'choice':
      return item.options.map((option) => [option.value, ...wordsOf(option)])
    case 'several':
      return [
        item.options.map((option) => [option.value, ...wordsOf(option), option.exclusive ?? false]),
        item.maxChosen ?? null,
      ]
    case 'yes-no':
      return question.codes
    case 'recommend':
      return [question.codes, item.ends && [...wordsOf(item.ends.lowest), ...wordsOf(item.ends.highest)]]
    case 'scale':
    case 'matrix': {
      const { points = [], offScale = [] } = scales[item.scale] ?? {}
      return [
        points.map((point) => [point.value, ...wordsOf(point)]),
        offScale.map((choice) => [choice.code, ...wordsOf(choice)]),
      ]
    }
  }
}

const wordsOf = (text: LocalText): readonly string[] => [text['zh-CN'], text.en]

const isSameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
