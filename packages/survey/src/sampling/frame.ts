import { type Categories, cellKey, cellOf, MARGINS, type Margin, type MergeMap } from './cells.ts'

/** How many eligible customers a category of a margin has: what the answers are weighted to. */
export interface FrameMargin {
  readonly margin: Margin
  /** As the cells name it, merged categories as one. */
  readonly category: string
  readonly eligible: number
}

/** Counts everybody eligible, asked or not, in the categories of the cells. In the order of margin and category. */
export function frameMargins(frame: readonly Categories[], mergeMap: MergeMap): readonly FrameMargin[] {
  const counts = new Map(MARGINS.map((margin) => [margin, new Map<string, number>()]))
  for (const person of frame) {
    const cell = cellOf(mergeMap, person)
    for (const [margin, of] of counts) of.set(cell[margin], (of.get(cell[margin]) ?? 0) + 1)
  }
  return [...counts].flatMap(([margin, of]) =>
    [...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, eligible]) => ({ margin, category, eligible })),
  )
}

/**
 * What an answer of each cell weighs before any raking, by the cell's key: the mean of 1 / chance over those invited in
 * it, which is the same for all of them where the cell lies inside one stratum.
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
