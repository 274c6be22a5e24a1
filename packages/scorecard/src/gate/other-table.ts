import type { GroupTable } from './group-table.ts'

/** How the people of each cell would change, cell by cell. */
export type Change = Int8Array

export interface Published {
  readonly table: GroupTable
  /** People in each cell. */
  readonly people: readonly number[]
  /** Which groups stay hidden. */
  readonly hidden: readonly boolean[]
}

/** People that one cell may gain or lose in the other table. */
const FARTHEST = 3

/** Steps before one search gives up; what it did not find counts as not there, so that more is hidden and never less. */
const MOST_STEPS = 4_000

/** Steps that all searches for a figure may take together. */
export interface Budget {
  steps: number
}

/**
 * Another table of whole people that agrees with every shown figure and differs in group `target`: the proof that nobody
 * can compute that group. A reader knows that a hidden group is not empty, so it is not empty there either. Null where
 * no near one is found.
 */
export function otherTable({ table, people, hidden }: Published, target: number, budget: Budget): Change | null {
  const { groups, cellCount } = table
  const members = groups.map(({ cells }) => cells)
  const groupsOf = Array.from({ length: cellCount }, (): number[] => [])
  members.forEach((cells, group) => {
    for (const cell of cells) groupsOf[cell]?.push(group)
  })
  const change = new Int8Array(cellCount)
  const sums = new Int32Array(groups.length)
  let left = Math.min(MOST_STEPS, budget.steps)
  budget.steps -= left

  const move = (cell: number, by: number): void => {
    change[cell] = (change[cell] ?? 0) + by
    for (const group of groupsOf[cell] ?? []) sums[group] = (sums[group] ?? 0) + by
  }
  /** A cell moves one way only, else the search would go in circles. */
  const mayMove = (cell: number, by: number): boolean => {
    const moved = (change[cell] ?? 0) * by
    return moved >= 0 && moved < FARTHEST && (by > 0 || moved < (people[cell] ?? 0))
  }

  /** The shown group that is off and has the fewest cells to put it right with; -1 when all are right. */
  const mostBound = (): number => {
    let best = -1
    let fewest = Number.POSITIVE_INFINITY
    for (let group = 0; group < groups.length && fewest > 0; group++) {
      const off = sums[group] ?? 0
      if (off === 0 || hidden[group]) continue
      const by = off > 0 ? -1 : 1
      let cells = 0
      for (const cell of members[group] ?? []) if (mayMove(cell, by)) cells += 1
      if (cells >= fewest) continue
      best = group
      fewest = cells
    }
    return best
  }
  const holds = (): boolean =>
    sums[target] !== 0 &&
    members.every((cells, group) => !hidden[group] || total(cells, people) + (sums[group] ?? 0) >= 1)

  const search = (): boolean => {
    left -= 1
    if (left < 0) return false
    const bound = mostBound()
    if (bound < 0) return holds()
    return tryEach(members[bound] ?? [], (sums[bound] ?? 0) > 0 ? -1 : 1)
  }
  const tryEach = (cells: readonly number[], by: number): boolean =>
    cells.some((cell) => {
      if (!mayMove(cell, by)) return false
      move(cell, by)
      if (search()) return true
      move(cell, -by)
      return false
    })

  const cells = members[target] ?? []
  const found = tryEach(cells, 1) || tryEach(cells, -1)
  budget.steps += Math.max(0, left)
  return found ? change : null
}

/** People of a group of cells. */
export const total = (cells: readonly number[], people: ArrayLike<number>): number =>
  cells.reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
