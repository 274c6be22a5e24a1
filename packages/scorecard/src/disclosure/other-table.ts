import type { GroupTable } from './group-table.ts'

/** Change of the people in each cell. */
export type Change = Int8Array

export interface Published {
  readonly table: GroupTable
  /** People in each cell. */
  readonly people: readonly number[]
  /** Hidden state of each group. */
  readonly hidden: readonly boolean[]
}

/** Largest change of one cell in the other table. */
const FARTHEST = 3

/** Most steps of one search. A table that is not found counts as nonexistent, so more is hidden, never less. */
const MOST_STEPS = 4_000

/** Steps shared by all searches for a figure. */
export interface Budget {
  steps: number
}

/**
 * Finds another table of whole people that matches every shown figure and differs in group `target`; it proves that the
 * group cannot be computed. A reader knows that a hidden group is not empty, so it stays non-empty. Returns null if no
 * near table is found.
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
  /** A cell changes in one direction only; otherwise the search could loop. */
  const mayMove = (cell: number, by: number): boolean => {
    const moved = (change[cell] ?? 0) * by
    return moved >= 0 && moved < FARTHEST && (by > 0 || moved < (people[cell] ?? 0))
  }

  /** The violated shown group with the fewest cells left to repair it; -1 if none is violated. */
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
  const isFound = tryEach(cells, 1) || tryEach(cells, -1)
  budget.steps += Math.max(0, left)
  return isFound ? change : null
}

/** Total people of a group of cells. */
export const total = (cells: readonly number[], people: ArrayLike<number>): number =>
  cells.reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
