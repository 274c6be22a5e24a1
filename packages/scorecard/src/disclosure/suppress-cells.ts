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
import { groupTable } from './group-table.ts'

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
