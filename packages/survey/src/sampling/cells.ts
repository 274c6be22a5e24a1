import type { Share } from '@wayproof/kernel/share'
import { type Categories, MARGINS, type Margin } from './categories.ts'
import { CellSources, type FrameSources } from './dominated-cells.ts'

/** Merged categories of each margin, category -> group; an absent category is its own group. */
export type MergeMap = Readonly<Record<Margin, Readonly<Record<string, string>>>>

export interface CellPlan extends Categories {
  readonly invited: number
}

type Groups = Readonly<Record<Margin, ReadonlyMap<string, string>>>

const MOST_CELLS = 50
const FIRST_WAVE_INVITED = 100
const ANSWERS_EXPECTED = 10

/**
 * Plans the cells in which answers are counted: at most 50, each with 100 invited people or, if the last response rate
 * is known, 10 expected answers. Until this is met or one cell is left, the two smallest categories of one margin are
 * merged in every cell, in the margin where it helps most. Cells are never merged individually, so everyone in a cell
 * has the same weight. Categories of the stratification margins are merged last, because people of two strata have
 * different selection probabilities. The same people give the same cells. Then cells that one source of the frame
 * dominates are merged with others, until none is left.
 */
export function planCells(
  invited: readonly Categories[],
  lastResponseRate: Share | null,
  { strata = [], frame = NO_SOURCES }: { readonly strata?: readonly Margin[]; readonly frame?: FrameSources } = {},
): { readonly cells: readonly CellPlan[]; readonly mergeMap: MergeMap; readonly dominatedCells: number } {
  const finest = tabulate(invited.map((person) => ({ ...person, invited: 1 })))
  let groups = ungrouped(finest)
  let cells = finest
  while (cells.length > 1 && shortfall(cells, lastResponseRate) > 0) {
    const allCells = MARGINS.flatMap((margin) => {
      const merged = mergeSmallest(groups, margin, cells)
      return merged
        ? [{ margin, groups: merged, cells: tabulate(finest.map((cell) => ({ ...cell, ...placed(merged, cell) }))) }]
        : []
    })
    const merged = allCells.filter(({ margin }) => !strata.includes(margin))
    const candidates = merged.length > 0 ? merged : allCells
    const best = candidates.reduce((a, b) => {
      const gain = shortfall(a.cells, lastResponseRate) - shortfall(b.cells, lastResponseRate)
      return gain > 0 || (gain === 0 && b.cells.length > a.cells.length) ? b : a
    })
    groups = best.groups
    cells = best.cells
  }
  const sources = new CellSources(frame)
  const dominatedCells = dominatedIn(groups, sources).size
  groups = withoutDominated(groups, finest, sources)
  return {
    cells: tabulate(finest.map((cell) => ({ ...cell, ...placed(groups, cell) }))),
    mergeMap: byMargin((margin) => Object.fromEntries([...groups[margin]].filter(([a, b]) => a !== b))),
    dominatedCells,
  }
}

const NO_SOURCES: FrameSources = { eligible: [], sources: [] }

const dominatedIn = (groups: Groups, sources: CellSources): ReadonlySet<string> =>
  sources.dominated((person) => cellKey(byMargin((margin) => groups[margin].get(person[margin]) ?? person[margin])))

/**
 * Merges categories of dominated cells with the smallest other category of their margin, where it leaves the fewest
 * dominated cells, and then the most cells.
 */
function withoutDominated(start: Groups, finest: readonly CellPlan[], sources: CellSources): Groups {
  const cellsOf = (groups: Groups) => tabulate(finest.map((cell) => ({ ...cell, ...placed(groups, cell) })))
  let [groups, cells] = [start, cellsOf(start)]
  for (let dominated = dominatedIn(groups, sources); dominated.size > 0 && cells.length > 1; ) {
    const [now, keys] = [cells, dominated]
    const candidates = MARGINS.flatMap((margin) => {
      const categories = new Set(now.filter((cell) => keys.has(cellKey(cell))).map((cell) => cell[margin]))
      return [...categories].flatMap((category) => {
        const merged = mergeSmallest(groups, margin, now, category)
        if (!merged) return []
        return [{ groups: merged, cells: cellsOf(merged), dominated: dominatedIn(merged, sources) }]
      })
    })
    const [first, ...others] = candidates
    // Eligible people of a cell in which nobody is invited.
    if (!first) break
    const best = others.reduce((a, b) => {
      const fewer = a.dominated.size - b.dominated.size
      return fewer > 0 || (fewer === 0 && b.cells.length > a.cells.length) ? b : a
    }, first)
    ;({ groups, cells, dominated } = best)
  }
  return groups
}

/** The cell of a person, as merged categories. */
export function cellOf(mergeMap: MergeMap, person: Categories): Categories {
  return byMargin((margin) => {
    const merged = mergeMap[margin]
    return (Object.hasOwn(merged, person[margin]) ? merged[person[margin]] : undefined) ?? person[margin]
  })
}

/** Look-up key of a cell. */
export const cellKey = (cell: Categories): string => JSON.stringify(MARGINS.map((margin) => cell[margin]))

/** Number of cells above the limit, plus the number of cells that are too small. */
function shortfall(cells: readonly CellPlan[], rate: Share | null): number {
  const small = cells.filter(({ invited }) =>
    rate === null ? invited < FIRST_WAVE_INVITED : invited * rate.numerator < ANSWERS_EXPECTED * rate.denominator,
  )
  return small.length + Math.max(0, cells.length - MOST_CELLS)
}

/**
 * Merges the two smallest groups of a margin, or `group` with the smallest other one, and names the result by all its
 * categories; null if the margin has only one group.
 */
function mergeSmallest(groups: Groups, margin: Margin, cells: readonly CellPlan[], group?: string): Groups | null {
  const sizes = new Map<string, number>()
  for (const cell of cells) sizes.set(cell[margin], (sizes.get(cell[margin]) ?? 0) + cell.invited)
  const bySize = [...sizes].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
  const [first, second] = group === undefined ? bySize : [[group] as const, bySize.find(([other]) => other !== group)]
  if (!first || !second) return null
  const joined = [...groups[margin]].filter(([, group]) => group === first[0] || group === second[0])
  let name = joined
    .map(([category]) => category)
    .sort()
    .join(' + ')
  while (sizes.has(name)) name += ' +'
  return { ...groups, [margin]: new Map([...groups[margin], ...joined.map(([category]) => [category, name] as const)]) }
}

function ungrouped(cells: readonly CellPlan[]): Groups {
  return byMargin((margin) => new Map(cells.map((cell) => [cell[margin], cell[margin]])))
}

const placed = (groups: Groups, cell: Categories): Categories =>
  byMargin((margin) => groups[margin].get(cell[margin]) ?? cell[margin])

/** Combines cells with the same categories; ordered by name. */
function tabulate(cells: readonly CellPlan[]): readonly CellPlan[] {
  const table = new Map<string, CellPlan>()
  for (const { tripType, channel, region, language, invited } of cells) {
    const categories = { tripType, channel, region, language }
    const key = cellKey(categories)
    table.set(key, { ...categories, invited: invited + (table.get(key)?.invited ?? 0) })
  }
  return [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}

function byMargin<T>(value: (margin: Margin) => T): Record<Margin, T> {
  return {
    tripType: value('tripType'),
    channel: value('channel'),
    region: value('region'),
    language: value('language'),
  }
}
