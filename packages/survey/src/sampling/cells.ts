import type { Share } from '@wayproof/kernel'

export const MARGINS = ['tripType', 'channel', 'region', 'language'] as const
export type Margin = (typeof MARGINS)[number]

/** One category of each margin. */
export type Categories = Readonly<Record<Margin, string>>

/** Which categories of a margin became one, category -> group; a category that is absent stands for itself. */
export type MergeMap = Readonly<Record<Margin, Readonly<Record<string, string>>>>

export interface CellPlan extends Categories {
  readonly invited: number
}

type Groups = Readonly<Record<Margin, ReadonlyMap<string, string>>>

const MOST_CELLS = 50
const FIRST_WAVE_INVITED = 100
const ANSWERS_EXPECTED = 10

/**
 * The coarse groups that answers are counted in: at most 50, each with 100 invited or, with the last wave's response
 * rate, 10 answers expected. Where that fails, the two smallest categories of one margin become one for everybody, in
 * the margin where it helps most, until it holds or one cell is left. Never single cells: everyone in a cell keeps one
 * weight. Categories of the margins that sampling strata are made of become one only when nothing else is left to merge:
 * people of two strata have different chances. The same people give the same cells.
 */
export function planCells(
  invited: readonly Categories[],
  lastResponseRate: Share | null,
  strata: readonly Margin[] = [],
): { readonly cells: readonly CellPlan[]; readonly mergeMap: MergeMap } {
  const finest = tabulate(invited.map((person) => ({ ...person, invited: 1 })))
  let groups = ungrouped(finest)
  let cells = finest
  while (cells.length > 1 && shortfall(cells, lastResponseRate) > 0) {
    const all = MARGINS.flatMap((margin) => {
      const merged = mergeSmallest(groups, margin, cells)
      return merged
        ? [{ margin, groups: merged, cells: tabulate(finest.map((cell) => ({ ...cell, ...placed(merged, cell) }))) }]
        : []
    })
    const inside = all.filter(({ margin }) => !strata.includes(margin))
    const candidates = inside.length > 0 ? inside : all
    const best = candidates.reduce((a, b) => {
      const gain = shortfall(a.cells, lastResponseRate) - shortfall(b.cells, lastResponseRate)
      return gain > 0 || (gain === 0 && b.cells.length > a.cells.length) ? b : a
    })
    groups = best.groups
    cells = best.cells
  }
  return { cells, mergeMap: byMargin((margin) => Object.fromEntries([...groups[margin]].filter(([a, b]) => a !== b))) }
}

/** The categories of a person's cell. */
export function cellOf(mergeMap: MergeMap, person: Categories): Categories {
  return byMargin((margin) => {
    const merged = mergeMap[margin]
    return (Object.hasOwn(merged, person[margin]) ? merged[person[margin]] : undefined) ?? person[margin]
  })
}

/** One text for the four categories, for look-up. */
export const cellKey = (cell: Categories): string => JSON.stringify(MARGINS.map((margin) => cell[margin]))

/** How many cells are too many or too small. */
function shortfall(cells: readonly CellPlan[], rate: Share | null): number {
  const small = cells.filter(({ invited }) =>
    rate === null ? invited < FIRST_WAVE_INVITED : invited * rate.numerator < ANSWERS_EXPECTED * rate.denominator,
  )
  return small.length + Math.max(0, cells.length - MOST_CELLS)
}

/** The two smallest groups of a margin as one, named by all its categories; null when the margin has but one. */
function mergeSmallest(groups: Groups, margin: Margin, cells: readonly CellPlan[]): Groups | null {
  const sizes = new Map<string, number>()
  for (const cell of cells) sizes.set(cell[margin], (sizes.get(cell[margin]) ?? 0) + cell.invited)
  const [first, second] = [...sizes].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
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

/** Cells with the same categories become one; in the order of their names. */
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
