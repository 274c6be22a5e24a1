import { wilson } from '@wayproof/statistics'
import type { Margin } from '../breakdown/margin.ts'
import type { BreakdownFacts, ItemCounts } from '../facts.ts'
import { floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'
import { publishedGroups } from './published-groups.ts'
import { nearestShare, type ShownShare, shownPeople, shownShare } from './shown-share.ts'

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
 * groups that may be shown. The choice covers every possible request, so no combination of requests reveals more than
 * one.
 */
export function suppressCells(
  { cells, smallestGroup: k }: Pick<BreakdownFacts, 'cells' | 'smallestGroup'>,
  item: string,
): ShownGroups {
  const counts = cells.map((cell) => cell.counts[item] ?? NOBODY)
  const people = counts.map(({ opinions }) => opinions)
  const { table, isHidden } = publishedGroups(cells, people, k)
  const figures = table.groups.map(({ cells: members }, group): GroupFigure => {
    const sum = (count: keyof ItemCounts) => members.reduce((total, cell) => total + (counts[cell]?.[count] ?? 0), 0)
    const opinions = sum('opinions')
    if (isHidden(group)) return { kind: 'hidden' }
    return opinions === 0 ? { kind: 'empty' } : shownFigure(opinions, sum('topTwo'), sum('withoutOpinion'), k)
  })
  return {
    categories: table.categories,
    figure: (margins, categories) => figures[table.indexOf(margins, categories)] ?? { kind: 'absent' },
  }
}

const TENTHS = sharesIn[FINEST_STEP]
const NOBODY: ItemCounts = { opinions: 0, topTwo: 0, withoutOpinion: 0 }

function shownFigure(opinions: number, top: number, without: number, k: number): GroupFigure {
  const people = shownPeople(opinions, k)
  const topTwo = shownShare(top, opinions, people)
  // Based on the shown share, because the interval of the exact share would reveal the exact share.
  const { lower, upper } = wilson({ x: nearestShare(topTwo) * people, n: people, level: LEVEL })
  return {
    kind: 'shown',
    people,
    topTwo,
    interval: { lower: floorTo(lower, TENTHS), upper: floorTo(upper, TENTHS), level: LEVEL },
    withoutOpinion: shownShare(without, opinions + without, people),
  }
}
