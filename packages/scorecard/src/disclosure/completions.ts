import type { Range } from '../gate/shown-range.ts'

/** A sum over cells that must end in a range. */
export interface Bound extends Range {
  /** What each count adds to it, by cell; never below 0. */
  readonly factors: readonly number[]
}

/** A table of counts to be filled in. */
export interface Incomplete {
  /** What each cell may count. */
  readonly ranges: readonly Range[]
  readonly bounds: readonly Bound[]
  /** Counts nearest to these come first. */
  readonly start: readonly number[]
  /** Cells that are chosen first, and whether their counts are wanted. */
  readonly first: readonly number[]
  readonly isWanted: (counts: readonly number[]) => boolean
}

/** Tolerance for sums of weights. */
const NOISE = 1e-9

/**
 * Fills in a count for every cell so that every sum ends in its range: cell by cell, each within what leaves every sum a way
 * into its range. Calls `visit` with each whole table until that says to stop, or after so many `choices` of one count; gives
 * how many it made.
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

/** What the cells from each place of the order on add to a sum at least and at most. */
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
