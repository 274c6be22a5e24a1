import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import {
  type GroupFigure,
  type PublishedDetail,
  type ShownGroups,
  suppressCells,
} from '../disclosure/suppress-cells.ts'
import type { BreakdownFacts, RatedItem } from '../facts.ts'
import { MARGINS, type Margin } from './margin.ts'

/** Reason why a wave is not shown; null if it is. */
export type HiddenReason = 'no-wave' | 'wave-open' | 'not-unlinked' | 'not-asked' | 'not-comparable' | null

export interface BreakdownWave {
  readonly period: PeriodKey
  readonly notShown: HiddenReason
  readonly everybody: GroupFigure
}

export interface BreakdownGroup {
  /** One category per margin of the table. */
  readonly categories: readonly string[]
  readonly now: GroupFigure
  readonly before: GroupFigure
}

export interface BreakdownTable {
  readonly margins: readonly Margin[]
  /** False for a division by language: languages use rating scales differently, so their groups are not compared. */
  readonly comparable: boolean
  readonly groups: readonly BreakdownGroup[]
}

/** Satisfaction with one item by groups, in this half-year and the previous one. */
export interface Breakdown {
  readonly items: readonly RatedItem[]
  readonly item: RatedItem | null
  readonly smallestGroup: number
  /** How much of the wave is published by group; null before it is unlinked. */
  readonly detail: PublishedDetail | null
  /** Fewest answers for a score of recommendations. */
  readonly minimum: number
  readonly now: BreakdownWave
  readonly before: BreakdownWave
  /** Tables of the requested margin or pair of margins; of every margin if none is requested. */
  readonly tables: readonly BreakdownTable[]
}

interface WaveAt {
  readonly period: PeriodKey
  readonly facts: BreakdownFacts | null
}

interface CurrentWave extends WaveAt {
  readonly detail: PublishedDetail | null
}

export interface BreakdownFilter {
  readonly item: string
  readonly by: Margin | null
  readonly and: Margin | null
}

/** Assembles the tables of an item from the published figures of both waves. */
export function assembleBreakdown(now: CurrentWave, before: WaveAt, { item, by, and }: BreakdownFilter): Breakdown {
  const current = suppressed(now, item)
  const { items = [], smallestGroup = 0, minimum = 0 } = now.facts ?? {}
  const ratedItem = items.find(({ id }) => id === item) ?? null
  // A question with different wording is another question and is not compared.
  const suppressedWave = ratedItem?.broken ? notComparable(before.period) : suppressed(before, item)
  return {
    items,
    item: ratedItem,
    smallestGroup,
    detail: now.detail,
    minimum,
    now: current.wave,
    before: suppressedWave.wave,
    tables: divisions(by, and).map((margins) => ({
      margins,
      comparable: !margins.includes('language'),
      groups: combinations(margins, current.groups === NOTHING ? suppressedWave.groups : current.groups).map(
        (categories) => ({
          categories,
          now: current.groups.figure(margins, categories),
          before: suppressedWave.groups.figure(margins, categories),
        }),
      ),
    })),
  }
}

/** In the order of MARGINS, whichever margin is requested first. */
function divisions(by: Margin | null, and: Margin | null): readonly (readonly Margin[])[] {
  if (by === null) return MARGINS.map((margin) => [margin])
  return [MARGINS.filter((margin) => margin === by || margin === and)]
}

/**
 * Every combination of categories that occurs in the wave. Categories may be combined otherwise in the other wave, so
 * groups that only that one has are left out.
 */
function combinations(margins: readonly Margin[], { categories, figure }: ShownGroups): readonly (readonly string[])[] {
  const names = margins.map((margin) => [...new Set(categories(margin))].toSorted())
  const all = names.reduce<readonly (readonly string[])[]>(
    (rows, own) => rows.flatMap((row) => own.map((category) => [...row, category])),
    [[]],
  )
  return all.filter((combination) => figure(margins, combination).kind !== 'absent')
}

const NOTHING: ShownGroups = { categories: () => [], figure: () => ({ kind: 'absent' }) }

interface SuppressedWave {
  readonly groups: ShownGroups
  readonly wave: BreakdownWave
}

const notComparable = (period: PeriodKey): SuppressedWave => ({
  groups: NOTHING,
  wave: { period, notShown: 'not-comparable', everybody: NOTHING.figure([], []) },
})

function suppressed(at: WaveAt, item: string): SuppressedWave {
  const notShown = whyNotShown(at.facts, item)
  const open = at.facts && notShown === null ? suppressCells(at.facts, item) : NOTHING
  return { groups: open, wave: { period: at.period, notShown, everybody: open.figure([], []) } }
}

function whyNotShown(facts: BreakdownFacts | null, item: string): HiddenReason {
  if (!facts) return 'no-wave'
  if (facts.standing !== 'unlinked') return facts.standing === 'open' ? 'wave-open' : 'not-unlinked'
  return facts.items.some(({ id }) => id === item) ? null : 'not-asked'
}
