import { ALL_ITEMS, type AnswerCode, BLANK, COMPLETENESS } from '@wayproof/survey'

/** The counters that one cell has for answers to a questionnaire, side by side. */
export interface TallyPlaces {
  /** What each counts: how complete the answers are, then every value of every item. */
  readonly entries: readonly { readonly item: string; readonly value: string }[]
  /** Adds `by` to the counters of a stored answer. Throws RangeError when it is no answer to this questionnaire. */
  count(counts: Counts, stored: string, by: number): void
}

/** One number for each of `entries`. */
export type Counts = Int32Array | Float64Array

const known = new WeakMap<AnswerCode, TallyPlaces>()

export function tallyPlaces(code: AnswerCode): TallyPlaces {
  const places = known.get(code) ?? placesFor(code)
  known.set(code, places)
  return places
}

function placesFor({ items, completeness }: AnswerCode): TallyPlaces {
  const firsts: number[] = []
  let next = COMPLETENESS.length
  for (const { values } of items) {
    firsts.push(next)
    next += values.length
  }
  const widths = items.map(({ values }) => values.length)
  const add = (counts: Counts, place: number, by: number) => {
    counts[place] = (counts[place] ?? 0) + by
  }
  return {
    entries: [
      ...COMPLETENESS.map((value) => ({ item: ALL_ITEMS, value })),
      ...items.flatMap(({ item, values }) => values.map((value) => ({ item, value }))),
    ],
    count: (counts, stored, by) => {
      if (stored.length !== items.length) throw new RangeError('a stored answer has another length')
      for (let at = 0; at < stored.length; at += 1) {
        const value = stored.charCodeAt(at) - BLANK
        if (!(value >= 0 && value <= (widths[at] ?? 0))) throw new RangeError('a stored answer holds an unknown value')
        if (value > 0) add(counts, (firsts[at] ?? 0) + value - 1, by)
      }
      add(counts, COMPLETENESS.indexOf(completeness(stored)), by)
    },
  }
}
