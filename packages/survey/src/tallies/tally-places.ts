import { BLANK } from '@wayproof/forms/questionnaire/coded-item'
import { COMPLETENESS } from '@wayproof/forms/questionnaire/completeness'
import type { AnswerCode } from '../answers/answer-code.ts'
import { ALL_ITEMS } from '../answers/tally.ts'

/** The counters of one cell for answers to a questionnaire. */
export interface TallyPlaces {
  /** The meaning of each counter: completeness, then every value of every item. */
  readonly entries: readonly { readonly item: string; readonly value: string }[]
  /**
   * Adds a stored answer to the counters, one number for each of `entries`. Returns false and adds nothing if it does
   * not fit this questionnaire.
   */
  count(counts: Float64Array, stored: string): boolean
}

export function tallyPlaces({ items, completeness }: AnswerCode): TallyPlaces {
  const widths = items.map(({ values }) => values.length)
  const firsts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, COMPLETENESS.length))
  const isAnswer = (stored: string) =>
    stored.length === items.length &&
    widths.every((width, at) => {
      const value = stored.charCodeAt(at) - BLANK
      return value >= 0 && value <= width
    })
  const add = (counts: Float64Array, place: number) => {
    counts[place] = (counts[place] ?? 0) + 1
  }
  return {
    entries: [
      ...COMPLETENESS.map((value) => ({ item: ALL_ITEMS, value })),
      ...items.flatMap(({ item, values }) => values.map((value) => ({ item, value }))),
    ],
    count: (counts, stored) => {
      if (!isAnswer(stored)) return false
      for (const [at, first] of firsts.entries()) {
        const value = stored.charCodeAt(at) - BLANK
        if (value > 0) add(counts, first + value - 1)
      }
      add(counts, COMPLETENESS.indexOf(completeness(stored)))
      return true
    },
  }
}
