import { type FixedLabels, type Option, optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { tickId } from '@wayproof/forms/questionnaire/coded-items'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Locale } from '@wayproof/kernel/people/locale'

type Questions = Pick<Questionnaire, 'items'>

/** The numbers of each question, statement and choice, counted from 1; a matrix has one a statement. */
function numbersByPlace({ items }: Questions): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, readonly number[]>()
  let last = 0
  for (const item of items) {
    const rows = item.type === 'matrix' ? item.rows : []
    const own = Array.from({ length: Math.max(1, rows.length) }, () => (last += 1))
    numbers.set(item.id, own)
    rows.forEach(({ id }, nth) => void numbers.set(id, own.slice(nth, nth + 1)))
    if (item.type === 'several') for (const option of item.options) numbers.set(tickId(item, option), own)
  }
  return numbers
}

/** The first number of a question, or that of a statement or choice; 0 if there is none. */
export const numberOf = (questionnaire: Questions, id: string): number =>
  numbersByPlace(questionnaire).get(id)?.[0] ?? 0

/** The numbers of questions, as `1, 3–9`. */
export function numbersOf(questionnaire: Questions, ids: readonly string[], locale: Locale): string {
  const numbers = numbersByPlace(questionnaire)
  const all = new Set(ids.flatMap((id) => numbers.get(id) ?? []))
  return numberRanges(
    [...all].toSorted((a, b) => a - b),
    locale,
  )
}

/** The ID of the question with a statement or choice, or of the question itself. */
export const questionWith = ({ items }: Questions, id: string): string =>
  items.find(
    (item) =>
      (item.type === 'matrix' && item.rows.some((row) => row.id === id)) ||
      (item.type === 'several' && item.options.some((option) => tickId(item, option) === id)),
  )?.id ?? id

/** IDs of the questions that use a scale. */
export const usersOfScale = ({ items }: Questions, scale: string): readonly string[] =>
  items.filter((item) => scaleOf(item) === scale).map(({ id }) => id)

/** The scale of a question; null if its type has none. */
export const scaleOf = (item: Item): string | null => ('scale' in item ? item.scale : null)

/** True for questions whose wording stands above several rows; they cannot stand under the lead-in. */
export const hasStemOfItsOwn = ({ type }: Item): boolean => type === 'matrix' || type === 'several'

/** The answers that a question offers; none if its scale is gone, as in a draft with that fault. */
export function answersOf(
  questionnaire: Questionnaire,
  item: Item,
  language: string,
  labels: FixedLabels,
): readonly Option[] {
  const scale = scaleOf(item)
  return scale === null || Object.hasOwn(questionnaire.scales, scale)
    ? optionsOf(questionnaire, item, language, labels)
    : []
}

/** Ascending numbers as people write them: `1, 3–9`. */
export function numberRanges(numbers: readonly number[], locale: Locale): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range && range.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  const texts = ranges.map(({ first, last }) =>
    first === last ? [first] : last - first === 1 ? [first, last] : [`${first}–${last}`],
  )
  return texts.flat().join(locale === 'en' ? ', ' : '、')
}
