import type { Margin } from '../breakdown/margin.ts'
import { isSmall } from '../breakdown/suppression.ts'
import { type GroupTable, groupTable } from '../disclosure/group-table.ts'
import { partBehind, peopleBehind } from '../disclosure/shown-range.ts'
import { type GroupFigure, suppressCells } from '../disclosure/suppress-cells.ts'
import type { SatisfactionCell, Weighable } from '../facts.ts'
import { sharesIn } from '../publish/grain.ts'
import type { PublishedStep } from '../publish/published-step.ts'
import { rakeSatisfaction } from '../satisfaction/raked-satisfaction.ts'
import { type AttackedGroups, cellName } from './attacked-wave.ts'
import type { Published, SearchedWave, ShownGroup } from './table-search.ts'
import type { HiddenGroup, WholeTable } from './whole-table.ts'

/** Published figures of a weighted item, without its groups. */
export interface WeightedFigures {
  /** The weighted share; null if it is not published or the count decides. */
  readonly share: number | null
  /** Figures that depend on the cell sizes only, as text. */
  readonly ofSizes: string
  /** All figures, as text. */
  readonly all: string
}

/** An item of a wave with weighted answers. */
export interface AttackedItem {
  readonly id: string
  readonly counted: Weighable
  readonly groups: AttackedGroups
  readonly publish: (counted: Weighable, step: PublishedStep) => WeightedFigures
}

/** The item as input of the search at `step`; null if no group is hidden. */
export function searchedItem(item: AttackedItem, step: PublishedStep): SearchedWave | null {
  const fixture = worldOf(item)
  const { cells, hidden } = fixture
  if (hidden.length === 0) return null
  const most = cells.map(({ opinions, invited, withoutOpinion }) => Math.max(opinions, invited - withoutOpinion))
  return { table: tableOf(cells), most, hidden, published: publishedOf(item, fixture, step) }
}

interface Cell extends SatisfactionCell {
  readonly categories: Readonly<Record<Margin, string>>
  readonly invited: number
  readonly withoutOpinion: number
}

interface Fixture {
  readonly cells: readonly Cell[]
  readonly shape: GroupTable
  /** In the order of the shape's groups. */
  readonly figures: readonly GroupFigure[]
  readonly hidden: readonly HiddenGroup[]
}

function worldOf({ id, counted, groups }: AttackedItem): Fixture {
  const tallies = new Map(groups.cells.map((cell) => [cellName(cell), cell]))
  const cells = counted.cells.map((cell): Cell => {
    const { tripType = '', channel = '', region = '', language = '' } = cell.categories
    const tally = tallies.get(cellName(cell.categories))
    return {
      ...cell,
      categories: { tripType, channel, region, language },
      invited: tally?.invited ?? 0,
      withoutOpinion: tally?.counts[id]?.withoutOpinion ?? 0,
    }
  })
  const shape = groupTable(cells.map(({ categories }) => categories))
  const figures = groupFigures({ cells, shape }, tableOf(cells), groups.smallestGroup)
  return { cells, shape, figures, hidden: hiddenGroups(cells, shape, figures, groups.smallestGroup) }
}

const tableOf = (cells: readonly SatisfactionCell[]): WholeTable => ({
  opinions: cells.map(({ opinions }) => opinions),
  satisfied: cells.map(({ satisfied }) => satisfied),
})

const ITEM = 'item'

function groupFigures(
  { cells, shape }: Pick<Fixture, 'cells' | 'shape'>,
  { opinions, satisfied }: WholeTable,
  smallestGroup: number,
): readonly GroupFigure[] {
  const counted = cells.map(({ categories, withoutOpinion }, cell) => {
    const counts = { opinions: opinions[cell] ?? 0, topTwo: satisfied[cell] ?? 0, withoutOpinion }
    return { ...categories, counts: { [ITEM]: counts } }
  })
  const { figure } = suppressCells({ smallestGroup, cells: counted }, ITEM)
  return shape.groups.map(({ margins, categories }) => figure(margins, categories))
}

/** Suppressed groups, and small cells that no filter names. */
function hiddenGroups(
  cells: readonly Cell[],
  { groups }: GroupTable,
  figures: readonly GroupFigure[],
  smallestGroup: number,
): readonly HiddenGroup[] {
  const names = new Map(groups.map((group, index) => [group.cells.join(), figures[index]?.kind]))
  const named = groups.filter((_, index) => figures[index]?.kind === 'hidden').map((group) => group.cells)
  const single = cells.flatMap(({ opinions }, cell) =>
    isSmall(opinions, smallestGroup) && !names.has(`${cell}`) ? [[cell]] : [],
  )
  return [...named, ...single]
}

function publishedOf(item: AttackedItem, fixture: Fixture, step: PublishedStep): Published {
  const { counted, groups, publish } = item
  const { smallestGroup } = groups
  // A separate object, so that the cached estimates of guesses do not evict those of the wave.
  const margins = counted.margins && { ...counted.margins }
  const guessed = (guess: WholeTable): Weighable => ({ ...counted, margins, cells: cellsWith(fixture.cells, guess) })
  const truth = tableOf(fixture.cells)
  const { share, ofSizes, all } = publish(guessed(truth), step)
  const shownGroups = JSON.stringify(fixture.figures)
  return {
    groups: shownGroupsOf(fixture, smallestGroup),
    share: share === null || step === 'verdict' ? null : { from: share, to: share + 1 / sharesIn[step] },
    weigh: (opinions) => {
      const guess = guessed({ opinions, satisfied: truth.satisfied.map((n, cell) => Math.min(n, opinions[cell] ?? 0)) })
      if (publish(guess, step).ofSizes !== ofSizes) return null
      return margins ? rakeSatisfaction(guess.cells, margins).weights : opinions.map(() => 1)
    },
    agrees: (guess) =>
      publish(guessed(guess), step).all === all &&
      JSON.stringify(groupFigures(fixture, guess, smallestGroup)) === shownGroups,
  }
}

const cellsWith = (cells: readonly Cell[], { opinions, satisfied }: WholeTable): readonly SatisfactionCell[] =>
  cells.map((cell, i) => ({ ...cell, opinions: opinions[i] ?? 0, satisfied: satisfied[i] ?? 0 }))

/** The base of all people is published exactly, that of a group as a multiple of the smallest group. */
function shownGroupsOf({ cells, shape, figures }: Fixture, smallestGroup: number): readonly ShownGroup[] {
  const all = cells.reduce((total, { opinions }) => total + opinions, 0)
  return shape.groups.flatMap(({ cells: members }, index): ShownGroup[] => {
    const figure = figures[index]
    if (figure?.kind === 'empty') {
      const nobody = { from: 0, to: 0 }
      return [{ cells: members, people: nobody, satisfied: () => nobody }]
    }
    if (figure?.kind !== 'shown') return []
    const people = index === 0 ? { from: all, to: all } : peopleBehind(figure.people, smallestGroup)
    return [{ cells: members, people, satisfied: (size) => partBehind(figure.topTwo, size, figure.people) }]
  })
}
