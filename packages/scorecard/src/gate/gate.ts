import { wilson } from '@wayproof/statistics'
import type { Margin } from '../breakdown/margin.ts'
import type { BreakdownFacts, ItemCounts } from '../facts.ts'
import { floorTo, sharesIn } from '../publish/grain.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { LEVEL } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'
import { publishedGroups } from './published-groups.ts'
import { type ShownShare, shownPeople, shownShare } from './shown-share.ts'

/** What may be seen of a group: its figure, that it holds nobody, that it is hidden, or that it was never asked. */
export type GroupFigure =
  | { readonly kind: 'hidden' | 'empty' | 'absent' }
  | {
      readonly kind: 'shown'
      /** At least so many with an opinion. */
      readonly people: number
      /** Share at one of the two highest points. */
      readonly topTwo: ShownShare
      /** The interval of what is shown, and no finer. */
      readonly interval: Interval
      /** Share of all who answered the item. */
      readonly withoutOpinion: ShownShare
    }

/** The figures of one item of a wave, group by group: all that anybody gets to see of them. */
export interface Gate {
  readonly categories: (margin: Margin) => readonly string[]
  readonly figure: (margins: readonly Margin[], categories: readonly string[]) => GroupFigure
}

/**
 * The one way out for answers. A wave's counts of an item go in, and out come the figures of groups that may be seen:
 * chosen from everything that could be asked, not from what is asked now, so that no two answers give more than one.
 */
export function gate({ cells, smallestGroup: k }: BreakdownFacts, item: string): Gate {
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
  // From what is shown: an interval of the exact share would give the exact share away.
  const near = topTwo.kind === 'at' ? topTwo.value : topTwo.kind === 'below' ? 0 : 1
  const { lower, upper } = wilson({ x: near * people, n: people, level: LEVEL })
  return {
    kind: 'shown',
    people,
    topTwo,
    interval: { lower: floorTo(lower, TENTHS), upper: floorTo(upper, TENTHS), level: LEVEL },
    withoutOpinion: shownShare(without, opinions + without, people),
  }
}
