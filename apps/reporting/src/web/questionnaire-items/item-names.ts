import type { Locale } from '@wayproof/kernel'
import { type Item, optionsOf, type Questionnaire } from '@wayproof/survey'
import { numberRanges } from './number-ranges.ts'

/** The place of a question among all of them, counted from 1; 0 if there is none. */
export const numberOf = ({ items }: Pick<Questionnaire, 'items'>, id: string): number =>
  items.findIndex((item) => item.id === id) + 1

/** The numbers of questions, as `1, 3–9`. */
export const numbersOf = (questionnaire: Pick<Questionnaire, 'items'>, ids: readonly string[], locale: Locale) =>
  numberRanges(
    ids.map((id) => numberOf(questionnaire, id)).toSorted((a, b) => a - b),
    locale,
  )

/** IDs of the questions that use a scale. */
export const usersOfScale = ({ items }: Pick<Questionnaire, 'items'>, scale: string): readonly string[] =>
  items.filter((item) => scaleOf(item) === scale).map(({ id }) => id)

/** The scale of a question; null if its type has none. */
export const scaleOf = (item: Item): string | null => ('scale' in item ? item.scale : null)

/** The answers that a question offers; none if its scale is gone, as in a draft with that fault. */
export const answersOf = (questionnaire: Questionnaire, item: Item, locale: Locale) =>
  Object.hasOwn(questionnaire.scales, scaleOf(item) ?? '') || scaleOf(item) === null
    ? optionsOf(questionnaire, item, locale)
    : []
