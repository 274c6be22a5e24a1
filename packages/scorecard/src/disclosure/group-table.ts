import { MARGINS, type Margin } from '../breakdown/margin.ts'

/** Categories of a cell, one per margin. */
export type CellCategories = Readonly<Record<Margin, string>>

/** All people (no margin), one category of a margin, or one each of two margins. */
export interface Group {
  readonly margins: readonly Margin[]
  readonly categories: readonly string[]
  /** Ascending indexes of the wave's cells in the group. */
  readonly cells: readonly number[]
}

/** A group and its division by one or two margins. */
export interface Split {
  readonly whole: number
  /** Parts that are groups themselves. */
  readonly parts: readonly number[]
  /** Cells of the other parts: those of three or more categories, which no filter names. */
  readonly unnamed: readonly number[]
}

/** Every group that a filter or a pair of filters can name, with the sums between them. */
export interface GroupTable {
  readonly cellCount: number
  /** The first group is all people. Groups of the same cells are one group, whatever their names. */
  readonly groups: readonly Group[]
  readonly splits: readonly Split[]
  /** In name order. */
  categories(margin: Margin): readonly string[]
  /** Index in `groups` of a filter's group; -1 if nobody was asked in it. */
  indexOf(margins: readonly Margin[], categories: readonly string[]): number
}

const nameOf = (margins: readonly Margin[], categories: readonly string[]): string =>
  JSON.stringify([margins, categories])

const MOST_KEPT = 20
const tableCache = new Map<string, GroupTable>()

/**
 * Groups of a wave's cells in name order: all people, then each margin, then each pair. The result is cached, because
 * every share of a wave needs it.
 */
export function groupTable(cells: readonly CellCategories[]): GroupTable {
  const key = JSON.stringify(cells.map((cell) => MARGINS.map((margin) => cell[margin])))
  const table = tableCache.get(key) ?? tableOf(cells)
  if (tableCache.size >= MOST_KEPT) tableCache.delete(tableCache.keys().next().value ?? '')
  tableCache.set(key, table)
  return table
}

function tableOf(cells: readonly CellCategories[]): GroupTable {
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
    for (const part of everybody.flatMap((group) => partsOf(cells, group, margins))) add(part)
  groups.forEach((group, whole) => {
    for (const margins of DIVISIONS) {
      const indexedParts = partsOf(cells, group, margins).map((part) => ({
        part,
        index: byCells.get(part.cells.join()),
      }))
      if (indexedParts.length < 2) continue
      const parts = indexedParts.flatMap(({ index }) => (index === undefined ? [] : [index]))
      const unnamed = indexedParts.flatMap(({ part, index }) => (index === undefined ? part.cells : []))
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

/** Groups by `margins` among the people of `of`, in name order. */
function partsOf(cells: readonly CellCategories[], group: Group, margins: readonly Margin[]): readonly Group[] {
  const parts = new Map<string, { readonly categories: readonly string[]; readonly cells: number[] }>()
  for (const index of group.cells) {
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
