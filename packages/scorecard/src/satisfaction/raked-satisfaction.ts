import { chiSquareGof } from '@wayproof/statistics/tables/chi-square'
import { pAdjust } from '@wayproof/statistics/tables/multiplicity'
import { type RakedCells, rakeCells } from '@wayproof/statistics/weighting/rake-cells'
import type { FrameMargins, SatisfactionCell } from '../facts.ts'
import { type Collapsed, collapseMargins } from './collapse-margins.ts'

/** Bounds of a weight, in mean weights. */
export const TRIM = { lower: 0.3, upper: 3 }

export interface RakedSatisfaction extends RakedCells {
  /** Margins on which the answers differ significantly from the eligible customers. */
  readonly apart: readonly string[]
}

interface Kept {
  readonly cells: readonly SatisfactionCell[]
  readonly raked: RakedSatisfaction
}

// Raking 50 cells takes half the time of a scorecard, and a closed wave never changes, so the result is cached by
// margins object. The entry is dropped when the store drops the wave's frame.
const rakedCache = new WeakMap<FrameMargins, Kept>()

/**
 * Rakes a wave's cells to the margins of all eligible customers. Categories with fewer than 30 answers are merged,
 * weights trimmed to 0.3-3 mean weights. Results are cached by cells.
 */
export function rakeSatisfaction(cells: readonly SatisfactionCell[], margins: FrameMargins): RakedSatisfaction {
  const before = rakedCache.get(margins)
  if (before && isSame(before.cells, cells)) return before.raked
  const collapsed = collapseMargins(cells, margins)
  const weighted = rakeCells({
    cells: collapsed.cells.map(({ categories, opinions, satisfied, baseWeight }) => {
      return { categories, n: opinions, x: satisfied, baseWeight }
    }),
    margins: collapsed.margins,
    trim: TRIM,
  })
  const raked = { ...weighted, apart: marginsApart(collapsed) }
  rakedCache.set(margins, { cells: cells.map((cell) => ({ ...cell })), raked })
  return raked
}

const isSame = (satisfactionCells: readonly SatisfactionCell[], other: readonly SatisfactionCell[]): boolean =>
  satisfactionCells.length === other.length && satisfactionCells.every((cell, i) => isSameCell(cell, other[i]))

const isSameCell = (one: SatisfactionCell, satisfactionCell: SatisfactionCell | undefined): boolean =>
  one.opinions === satisfactionCell?.opinions &&
  one.satisfied === satisfactionCell.satisfied &&
  one.baseWeight === satisfactionCell.baseWeight &&
  one.categories === satisfactionCell.categories

const ALPHA = 0.05

/**
 * Margins on which respondents differ significantly from all eligible customers: chi-square of the answers, each
 * weighted by 1 / probability of invitation, against the frame (first-order correction, Rao and Scott 1981), p < .05
 * after Holm over the margins. Only the names are returned, because a statistic of few answers would reveal them.
 */
export function marginsApart({ cells, margins }: Collapsed): readonly string[] {
  const names = Object.keys(margins)
  const tests = names.map((margin) => fitOf(cells, margin, margins[margin] ?? {}))
  const { holm } = pAdjust({ p: tests.map((p) => p ?? 1) })
  return names.filter((_, i) => (holm[i] ?? 1) < ALPHA)
}

/** p-value of the fit on one margin; null for one category or without answers. */
function fitOf(cells: Collapsed['cells'], margin: string, eligible: Readonly<Record<string, number>>): number | null {
  const categories = Object.keys(eligible)
  const answers = new Map(categories.map((category) => [category, 0]))
  let [weights, squares] = [0, 0]
  for (const { categories: of, opinions, baseWeight } of cells) {
    const category = of[margin] ?? ''
    answers.set(category, (answers.get(category) ?? 0) + opinions * baseWeight)
    weights += opinions * baseWeight
    squares += opinions * baseWeight ** 2
  }
  if (weights === 0) return null
  // Scaled to the effective sample size (Kish): weights / squares each.
  const observed = categories.map((category) => ((answers.get(category) ?? 0) * weights) / squares)
  return chiSquareGof({ observed, expectedShare: categories.map((category) => eligible[category] ?? 0) }).p
}
