import type { Group } from '../group-table.ts'

interface Seen {
  readonly groups: readonly Group[]
  readonly people: readonly number[]
  readonly hidden: readonly boolean[]
}

/**
 * Returns true if the size of group `target` follows from the shown figures. It tries every table of whole people, cell
 * by cell, until one matches the shown groups, keeps hidden groups non-empty and differs in the target. Independent of
 * the production code, and slow: for tables of a dozen cells.
 */
export function isDetermined({ groups, people, hidden }: Seen, target: number): boolean {
  const size = (group: Group | undefined) => (group?.cells ?? []).reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
  const shown = groups.filter((_, i) => !hidden[i])
  const rest = shown.map(size)
  const groupsOf = people.map((_, cell) => shown.flatMap(({ cells }, i) => (cells.includes(cell) ? [i] : [])))
  const lastOf = shown.map(({ cells }) => cells.at(-1) ?? -1)
  const tried = people.map(() => 0)
  const truth = size(groups[target])
  const tally = (group: Group | undefined) => (group?.cells ?? []).reduce((sum, cell) => sum + (tried[cell] ?? 0), 0)

  const another = (cell: number): boolean => {
    if (cell === people.length)
      return tally(groups[target]) !== truth && groups.every((group, i) => !hidden[i] || tally(group) > 0)
    const bound = groupsOf[cell] ?? []
    const most = Math.min(...bound.map((i) => rest[i] ?? 0))
    const exact = bound.find((i) => lastOf[i] === cell)
    const start = people[cell] ?? 0
    const values =
      exact === undefined ? Array.from({ length: most + 1 }, (_, i) => (start + i) % (most + 1)) : [rest[exact] ?? 0]
    for (const value of values) {
      if (value > most || bound.some((i) => lastOf[i] === cell && rest[i] !== value)) continue
      tried[cell] = value
      for (const i of bound) rest[i] = (rest[i] ?? 0) - value
      const isFound = another(cell + 1)
      for (const i of bound) rest[i] = (rest[i] ?? 0) + value
      if (isFound) return true
    }
    return false
  }
  return !another(0)
}
