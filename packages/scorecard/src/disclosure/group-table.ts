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

/** Every group that a filter or a pair of filters can name. */
export interface GroupTable {
  /** The first group is all people. Groups of the same cells are one group, whatever their names. */
  readonly groups: readonly Group[]
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
  const byCells = new Map<string, number>()
  const byName = new Map<string, number>()

  for (const margins of [[], ...MARGINS.map((margin) => [margin]), ...PAIRS])
    for (const group of groupsBy(cells, margins)) {
      const key = group.cells.join()
      const index = byCells.get(key) ?? groups.push(group) - 1
      byCells.set(key, index)
      byName.set(nameOf(margins, group.categories), index)
    }
  return {
    groups,
    categories: (margin) => [...new Set(cells.map((cell) => cell[margin]))].toSorted(),
    indexOf: (margins, categories) => byName.get(nameOf(margins, categories)) ?? -1,
  }
}

/** Pairs of margins, each in the order of MARGINS. */
const PAIRS: readonly (readonly [Margin, Margin])[] = MARGINS.flatMap((one, i) =>
  MARGINS.slice(i + 1).map((other) => [one, other] as const),
)

/** Groups by `margins` among all cells, in name order. */
function groupsBy(cells: readonly CellCategories[], margins: readonly Margin[]): readonly Group[] {
  const groups = new Map<string, { readonly categories: readonly string[]; readonly cells: number[] }>()
  for (const [index, cell] of cells.entries()) {
    const categories = margins.map((margin) => cell[margin])
    const name = JSON.stringify(categories)
    const group = groups.get(name) ?? { categories, cells: [] }
    group.cells.push(index)
    groups.set(name, group)
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { categories, cells: members }]) => ({ margins, categories, cells: members }))
}
