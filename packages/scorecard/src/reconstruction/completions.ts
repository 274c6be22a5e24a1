import type { Range } from '../disclosure/shown-range.ts'

/** A sum over cells with a required range. */
export interface Bound extends Range {
  /** Contribution of each count, by cell; never negative. */
  readonly factors: readonly number[]
}

/** A table with unknown counts. */
export interface Incomplete {
  /** Possible count of each cell. */
  readonly ranges: readonly Range[]
  readonly bounds: readonly Bound[]
  /** Counts nearest to these are tried first. */
  readonly start: readonly number[]
  /** Cells assigned first, in order, with their preferred counts. */
  readonly first: readonly number[]
  readonly isWanted: (counts: readonly number[]) => boolean
}

/** Tolerance for sums of weights. */
const NOISE = 1e-9

/**
 * Assigns a count to every cell so that every sum is in its range: cell by cell, within bounds that keep every sum
 * reachable. Calls `visit` with each complete table until it returns true, or until `choices` counts were tried.
 * Returns the number of tried counts.
 */
export function complete(
  { ranges, bounds, start, first, isWanted }: Incomplete,
  choices: number,
  visit: (counts: readonly number[]) => 'more' | 'stop',
): number {
  const order = [...first, ...[...ranges.keys()].filter((cell) => !first.includes(cell))]
  const rests = bounds.map(({ factors }) => restsOf(factors, ranges, order))
  const sums = bounds.map(() => 0)
  const counts = ranges.map(() => 0)
  let made = 0
  let going = true

  const rangeAt = (depth: number, cell: number): Range => {
    let { from, to } = ranges[cell] ?? NOTHING
    for (const [i, bound] of bounds.entries()) {
      const factor = bound.factors[cell] ?? 0
      if (factor === 0) continue
      const [sum, rest] = [sums[i] ?? 0, rests[i]?.[depth + 1] ?? NOTHING]
      from = Math.max(from, Math.ceil((bound.from - sum - rest.to - NOISE) / factor))
      to = Math.min(to, Math.floor((bound.to - sum - rest.from + NOISE) / factor))
    }
    return { from, to }
  }
  const add = (cell: number, count: number): void => {
    for (const [i, { factors }] of bounds.entries()) sums[i] = (sums[i] ?? 0) + count * (factors[cell] ?? 0)
  }
  const choose = (depth: number): void => {
    if (depth === first.length && !isWanted(counts)) return
    const cell = order[depth]
    if (cell === undefined) {
      going = visit(counts.slice()) === 'more'
      return
    }
    for (const count of nearestFirst(rangeAt(depth, cell), start[cell] ?? 0)) {
      going &&= made < choices
      if (!going) return
      made += 1
      counts[cell] = count
      add(cell, count)
      choose(depth + 1)
      add(cell, -count)
    }
  }
  choose(0)
  return made
}

const NOTHING: Range = { from: 0, to: 0 }

/** Minimum and maximum contribution to a sum of the cells from each position on. */
function restsOf(factors: readonly number[], ranges: readonly Range[], order: readonly number[]): readonly Range[] {
  const rests = [NOTHING]
  for (const cell of order.toReversed()) {
    const [after, factor, range] = [rests[0] ?? NOTHING, factors[cell] ?? 0, ranges[cell] ?? NOTHING]
    rests.unshift({ from: after.from + factor * range.from, to: after.to + factor * range.to })
  }
  return rests
}

function nearestFirst({ from, to }: Range, start: number): readonly number[] {
  const counts = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  return counts.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))
}
