import { MARGINS, type Margin } from '../breakdown/margin.ts'

/** The people of a cell have one category of each margin in common. */
export type CellCategories = Readonly<Record<Margin, string>>

/** Everybody (no margin), one category of a margin, or one of each of two. */
export interface Group {
  readonly margins: readonly Margin[]
  readonly categories: readonly string[]
  /** Indices of the wave's cells that make it up, ascending. */
  readonly cells: readonly number[]
}

/** A group, and what a margin or two divide it into. */
export interface Split {
  readonly whole: number
  /** Parts that are groups themselves. */
  readonly parts: readonly number[]
  /** Cells of the others: of three categories and more, which no filter names. */
  readonly unnamed: readonly number[]
}

/** Every group that a filter or a pair of filters can name, and how they add up. */
export interface GroupTable {
  readonly cellCount: number
  /** The first is everybody. Groups of the same cells are one group: whoever names them, they are the same people. */
  readonly groups: readonly Group[]
  readonly splits: readonly Split[]
  /** In the order of their names. */
  categories(margin: Margin): readonly string[]
  /** Where a filter's group stands in `groups`; -1 for one that nobody was asked in. */
  indexOf(margins: readonly Margin[], categories: readonly string[]): number
}

const nameOf = (margins: readonly Margin[], categories: readonly string[]): string =>
  JSON.stringify([margins, categories])

/** The groups of a wave's cells: everybody, then those of each margin, then those of each pair, in the order of names. */
export function groupTable(cells: readonly CellCategories[]): GroupTable {
  const groups: Group[] = []
  const splits: Split[] = []
  const byCells = new Map<string, number>()
  const byName = new Map<string, number>()

  const add = (group: Group): number => {
    const key = group.cells.join()
    const index = byCells.get(key) ?? groups.push(group) - 1
    byCells.set(key, index)
    byName.set(nameOf(group.margins, group.categories), index)
    return index
  }
  add({ margins: [], categories: [], cells: cells.map((_, i) => i) })
  const everybody = groups.slice(0, 1)
  for (const margins of DIVISIONS)
    for (const part of everybody.flatMap((all) => partsOf(cells, all, margins))) add(part)
  groups.forEach((group, whole) => {
    for (const margins of DIVISIONS) {
      const found = partsOf(cells, group, margins).map((part) => ({ part, index: byCells.get(part.cells.join()) }))
      if (found.length < 2) continue
      const parts = found.flatMap(({ index }) => (index === undefined ? [] : [index]))
      const unnamed = found.flatMap(({ part, index }) => (index === undefined ? part.cells : []))
      if (parts.length > 0) splits.push({ whole, parts, unnamed })
    }
  })
  return {
    cellCount: cells.length,
    groups,
    splits,
    categories: (margin) => [...new Set(cells.map((cell) => cell[margin]))].toSorted(),
    indexOf: (margins, categories) => byName.get(nameOf(margins, categories)) ?? -1,
  }
}

/** Pairs of margins, each in the order of MARGINS. */
export const PAIRS: readonly (readonly [Margin, Margin])[] = MARGINS.flatMap((one, i) =>
  MARGINS.slice(i + 1).map((other) => [one, other] as const),
)

const DIVISIONS: readonly (readonly Margin[])[] = [...MARGINS.map((margin) => [margin]), ...PAIRS]

/** The groups by `margins` among the people of `of`, in the order of their names. */
function partsOf(cells: readonly CellCategories[], of: Group, margins: readonly Margin[]): readonly Group[] {
  const parts = new Map<string, { readonly categories: readonly string[]; readonly cells: number[] }>()
  for (const index of of.cells) {
    const categories = margins.map((margin) => cells[index]?.[margin] ?? '')
    const name = JSON.stringify(categories)
    const part = parts.get(name) ?? { categories, cells: [] }
    part.cells.push(index)
    parts.set(name, part)
  }
  return [...parts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { categories, cells: members }]) => ({ margins, categories, cells: members }))
}
