import { type Categories, MARGINS, type Margin } from './categories.ts'
import { cellKey, cellOf, type MergeMap } from './cells.ts'

/** Number of eligible customers in a category of a margin: the population total for weighting. */
export interface FrameMargin {
  readonly margin: Margin
  /** Category name as used in the cells; merged categories are one. */
  readonly category: string
  readonly eligible: number
}

/** Counts all eligible people, invited or not, in the merged categories. Ordered by margin and category. */
export function frameMargins(frame: readonly Categories[], mergeMap: MergeMap): readonly FrameMargin[] {
  const counts = new Map(MARGINS.map((margin) => [margin, new Map<string, number>()]))
  for (const person of frame) {
    const cell = cellOf(mergeMap, person)
    for (const [margin, countByCategory] of counts)
      countByCategory.set(cell[margin], (countByCategory.get(cell[margin]) ?? 0) + 1)
  }
  return [...counts].flatMap(([margin, countByCategory]) =>
    [...countByCategory]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, eligible]) => ({ margin, category, eligible })),
  )
}

/**
 * Base weight of an answer before raking, by cell key: the mean of 1 / selection probability over the invited people of
 * the cell, which is equal for all of them if the cell lies within one stratum.
 */
export function baseWeights<T extends Categories>(
  invited: readonly T[],
  mergeMap: MergeMap,
  chanceOf: (person: T) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, { weight: number; people: number }>()
  for (const person of invited) {
    const key = cellKey(cellOf(mergeMap, person))
    const sum = sums.get(key) ?? { weight: 0, people: 0 }
    sums.set(key, { weight: sum.weight + 1 / chanceOf(person), people: sum.people + 1 })
  }
  return new Map([...sums].map(([key, { weight, people }]) => [key, weight / people]))
}
