import { type RakedCells, rakeCells } from '@wayproof/statistics/weighting/rake-cells'
import type { FrameMargins, SatisfactionCell } from '../facts.ts'
import { collapseMargins } from './collapse-margins.ts'
import { marginsApart } from './who-answered.ts'

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
