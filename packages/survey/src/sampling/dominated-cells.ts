import type { Categories } from './categories.ts'

/** Eligible people of one combination of categories whom one source brought in. */
export interface SourceCount extends Categories {
  /** A mailbox domain that is no public one, or a person who imported travelers. */
  readonly source: string
  readonly people: number
}

/** The eligible people of a frame by combination of categories, and their sources. */
export interface FrameSources {
  readonly eligible: readonly (Categories & { readonly people: number })[]
  readonly sources: readonly SourceCount[]
}

/** A source dominates a cell if it exceeds both limits: this share of the cell, and a multiple of its share of the frame. */
const SHARE_OF_CELL = 0.2
const TIMES_SHARE_OF_FRAME = 3

/**
 * Finds the cells that one source dominates, as keys of `cellOf`: the person who invented these travelers would know
 * most answers of such a cell, and subtract them. The shares are those of the eligible people, so nothing depends on
 * who answers. If no cell is dominated, no group of whole cells is: the limits of a source are the same in all of them.
 */
export class CellSources {
  readonly #eligible: FrameSources['eligible']
  readonly #limits = new Map<string, number>()
  /** Largest sources first. */
  readonly #sources: readonly (SourceCount & { readonly all: number })[]

  constructor(frame: FrameSources) {
    this.#eligible = tabulated(frame.eligible)
    const totals = new Map<string, number>()
    for (const { source, people } of frame.sources) totals.set(source, (totals.get(source) ?? 0) + people)
    const everybody = frame.eligible.reduce((sum, { people }) => sum + people, 0)
    for (const [source, people] of totals)
      this.#limits.set(source, Math.max(SHARE_OF_CELL, (TIMES_SHARE_OF_FRAME * people) / everybody))
    this.#sources = frame.sources
      .map((count) => ({ ...count, all: totals.get(count.source) ?? 0 }))
      .sort((a, b) => b.all - a.all)
  }

  dominated(cellOf: (person: Categories) => string): ReadonlySet<string> {
    const sizes = new Map<string, number>()
    for (const { people, ...categories } of this.#eligible) {
      const cell = cellOf(categories)
      sizes.set(cell, (sizes.get(cell) ?? 0) + people)
    }
    const smallest = Math.min(...sizes.values())
    const counts = new Map<string, Map<string, number>>()
    for (const { source, people, all, ...categories } of this.#sources) {
      // No smaller source reaches the limit of any cell.
      if (all <= SHARE_OF_CELL * smallest) break
      const cell = cellOf(categories)
      const ofCell = counts.get(cell) ?? new Map<string, number>()
      counts.set(cell, ofCell.set(source, (ofCell.get(source) ?? 0) + people))
    }
    const isDominated = (cell: string, sources: ReadonlyMap<string, number>) =>
      [...sources].some(([source, people]) => people > (this.#limits.get(source) ?? 1) * (sizes.get(cell) ?? 0))
    return new Set([...counts].flatMap(([cell, sources]) => (isDominated(cell, sources) ? [cell] : [])))
  }
}

/** One entry for each combination of categories: a frame may have millions of people. */
function tabulated(people: FrameSources['eligible']): FrameSources['eligible'] {
  const combinations = new Map<string, FrameSources['eligible'][number]>()
  for (const person of people) {
    const { tripType, channel, region, language } = person
    const key = [tripType, channel, region, language].join('\n')
    combinations.set(key, { ...person, people: person.people + (combinations.get(key)?.people ?? 0) })
  }
  return [...combinations.values()]
}
