import { shareInterval } from '@wayproof/statistics/proportions/wilson'
import type { ItemCounts } from '@wayproof/survey/disclosure/commented-shares'
import { nearestShare, type ShownShare, shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import { isSmall } from '@wayproof/survey/disclosure/suppression'
import { fewestCounted } from '@wayproof/survey/disclosure/theme-counts'
import { MARGINS, type Margin } from '../breakdown/margin.ts'
import type { BreakdownFacts } from '../facts.ts'
import { floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'
import { type BlockCell, blocksBy, publishedMargins } from './blocks.ts'

/** Published state of a group: its figure, empty, suppressed, or not asked. */
export type GroupFigure =
  | { readonly kind: 'hidden' | 'empty' | 'absent' }
  | {
      readonly kind: 'shown'
      /** Lower bound of the people with an opinion. */
      readonly people: number
      /** Share of ratings at the two highest points. */
      readonly topTwo: ShownShare
      /** Interval of the shown values, no finer than they are. */
      readonly interval: Interval
      /** Share of all who answered the item. */
      readonly withoutOpinion: ShownShare
    }

/** The published figures of one item of a wave by group. Nothing finer is shown anywhere. */
export interface ShownGroups {
  readonly categories: (margin: Margin) => readonly string[]
  readonly figure: (margins: readonly Margin[], categories: readonly string[]) => GroupFigure
}

/**
 * Cell suppression, the only way to publish answers. Takes a wave's counts of an item and returns the figures of the
 * groups that consist of whole blocks. The choice covers every possible request, so no combination of requests reveals
 * more than one.
 */
export function suppressCells(
  { cells, smallestGroup: k }: Pick<BreakdownFacts, 'cells' | 'smallestGroup'>,
  item: string,
): ShownGroups {
  const table = groupTable(cells)
  const countedCells = cells.map((cell, index) => ({ ...blockCell(cell, item), index }))
  const blocks = blocksBy(countedCells, publishedMargins(countedCells, k))
  const figures = table.groups.map(({ cells: members }): GroupFigure => {
    const group = new Set(members)
    const isWhole = blocks.every((block) => new Set(block.map(({ index }) => group.has(index))).size === 1)
    const sum = (count: keyof ItemCounts) =>
      members.reduce((total, cell) => total + (cells[cell]?.counts[item]?.[count] ?? 0), 0)
    const opinions = sum('opinions')
    if (!isWhole || isSmall(opinions, k)) return { kind: 'hidden' }
    return opinions === 0 ? { kind: 'empty' } : shownFigure(opinions, sum('topTwo'), sum('withoutOpinion'), k)
  })
  return {
    categories: table.categories,
    figure: (margins, categories) => figures[table.indexOf(margins, categories)] ?? { kind: 'absent' },
  }
}

function blockCell(cell: BreakdownFacts['cells'][number], item: string): BlockCell {
  const { opinions = 0, topTwo = 0 } = cell.counts[item] ?? {}
  return { categories: cell, invited: cell.invited, opinions, counted: topTwo }
}

/** How much of a wave is published by group. */
export interface PublishedDetail {
  /** Shares of the questionnaire. */
  readonly shares: number
  /** Shares whose groups of some margin are withheld. */
  readonly withheld: number
  /** Fewest people of a shown group. */
  readonly fewest: number
}

export function publishedDetail({
  cells,
  items,
  smallestGroup,
}: Omit<BreakdownFacts, 'standing' | 'minimum'>): PublishedDetail {
  const isWhole = (item: string) =>
    publishedMargins(
      cells.map((cell) => blockCell(cell, item)),
      smallestGroup,
    ).length === MARGINS.length
  return {
    shares: items.length,
    withheld: items.filter(({ id }) => !isWhole(id)).length,
    fewest: fewestCounted(smallestGroup),
  }
}

const TENTHS = sharesIn[FINEST_STEP]

function shownFigure(opinions: number, top: number, without: number, k: number): GroupFigure {
  const people = shownPeople(opinions, k)
  const topTwo = shownShare(top, opinions, people)
  // Based on the shown share, because the interval of the exact share would reveal the exact share.
  const { lower, upper } = shareInterval(nearestShare(topTwo), people, LEVEL)
  return {
    kind: 'shown',
    people,
    topTwo,
    interval: { lower: floorTo(lower, TENTHS), upper: floorTo(upper, TENTHS), level: LEVEL },
    withoutOpinion: shownShare(without, opinions + without, people),
  }
}

/** Categories of a cell, one per margin. */
type CellCategories = Readonly<Record<Margin, string>>

/** All people (no margin), one category of a margin, or one each of two margins. */
interface Group {
  readonly margins: readonly Margin[]
  readonly categories: readonly string[]
  /** Ascending indexes of the wave's cells in the group. */
  readonly cells: readonly number[]
}

/** Every group that a filter or a pair of filters can name. */
interface GroupTable {
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
