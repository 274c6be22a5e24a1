import { type CodedQuestion, codedItems } from './coded-items.ts'
import { type Item, isOpenText, type Questionnaire, type TextItem } from './questionnaire.ts'
import { satisfiedPoints } from './satisfied-points.ts'
import type { SurveyText } from './survey-text.ts'

/** Why answers to a question cannot be compared with those to the previous version. */
export interface BrokenTrend {
  /** An item, a row of a matrix, or one choice among several as `id.value`. */
  readonly id: string
  readonly because: 'new' | 'gone' | 'wording' | 'scale' | 'satisfied-points' | 'shown-to-others'
}

/**
 * The questions whose trend breaks between two versions, in the order of the later version; removed ones come last. A
 * rating that moves into a matrix or out of it keeps its trend if its wording, stem and scale stay the same. A language
 * that only one of the versions has is not compared: its readers read English in the other one.
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
  readonly choices: Choices
  /** The question and its stem. */
  readonly words: readonly SurveyText[]
  readonly conditions: unknown
}

/** The answers of a question: their values and limits, and their labels in the same order. */
interface Choices {
  readonly values: unknown
  readonly labels: readonly SurveyText[]
  /** The points of a rating that count as satisfied. */
  readonly satisfied?: readonly number[]
}

function difference(previous: Trend, later: Trend): BrokenTrend['because'] | null {
  const isSameScale =
    isSameJson(previous.choices.values, later.choices.values) &&
    areSameTexts(previous.choices.labels, later.choices.labels)
  if (!isSameScale) return 'scale'
  if (!isSameJson(previous.choices.satisfied, later.choices.satisfied)) return 'satisfied-points'
  if (!areSameTexts(previous.words, later.words)) return 'wording'
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

function trendOf(questionnaire: Questionnaire, question: CodedQuestion | TextItem): Trend {
  const isCoded = 'kind' in question
  const stem = isCoded ? question.stem : questionnaire.stem.appliesTo.includes(question.id) ? questionnaire.stem : null
  return {
    id: question.id,
    choices: isCoded ? choicesOf(questionnaire, question) : { values: 'text', labels: [] },
    words: stem ? [question, stem] : [question],
    conditions: Object.entries(question.showIf ?? {}),
  }
}

function choicesOf({ scales }: Questionnaire, question: CodedQuestion): Choices {
  const { item } = question
  switch (item.type) {
    case 'choice':
      return { values: item.options.map(({ value }) => value), labels: item.options }
    case 'several': {
      const values = item.options.map(({ value, exclusive = false }) => [value, exclusive])
      return { values: [values, item.maxChosen ?? null], labels: item.options }
    }
    case 'yes-no':
      return { values: question.codes, labels: [] }
    case 'recommend':
      return { values: question.codes, labels: item.ends ? [item.ends.lowest, item.ends.highest] : [] }
    case 'scale':
    case 'matrix': {
      const scale = scales[item.scale]
      const { points = [], offScale = [] } = scale ?? {}
      const values = [points.map(({ value }) => value), offScale.map(({ code }) => code)]
      return { values, labels: [...points, ...offScale], satisfied: scale ? satisfiedPoints(scale) : [] }
    }
  }
}

const areSameTexts = (before: readonly SurveyText[], after: readonly SurveyText[]): boolean =>
  before.length === after.length && before.every((text, nth) => isSameText(text, after[nth] ?? text))

function isSameText(before: SurveyText, after: SurveyText): boolean {
  if (before['zh-CN'] !== after['zh-CN'] || before.en !== after.en) return false
  const { translations: later = {} } = after
  return Object.entries(before.translations ?? {}).every(
    ([language, wording]) =>
      !Object.hasOwn(later, language) ||
      later[language] === wording ||
      [later[language] ?? '', wording].some((each) => each.trim() === ''),
  )
}

const isSameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
