import { MARGINS } from '../breakdown/margin.ts'
import type { CellCategories, GroupTable } from './group-table.ts'

/** A move of one person between two cells, or of two people between four, with its effect on the groups. */
export interface Exchange {
  readonly gain: readonly number[]
  readonly lose: readonly number[]
  /** Groups whose size changes, each with the change. */
  readonly touched: ReadonlyMap<number, number>
}

/** Returns true if the result is a table of whole people in which every affected group keeps at least one person. */
export function fits(
  { lose, touched }: Exchange,
  { people, sizes }: { readonly people: readonly number[]; readonly sizes: readonly number[] },
): boolean {
  if (lose.some((cell) => (people[cell] ?? 0) < 1)) return false
  for (const [group, by] of touched) {
    const size = sizes[group] ?? 0
    if (size < 1 || size + by < 1) return false
  }
  return true
}

/**
 * Simple changes of a table: single people added or removed, and squares, in which two cells swap categories of some
 * margins so that no single-margin group changes. Both signs of each.
 */
export function exchanges(table: GroupTable, cells: readonly CellCategories[]): readonly Exchange[] {
  const groupsOf = Array.from({ length: table.cellCount }, (): number[] => [])
  table.groups.forEach((group, index) => {
    for (const cell of group.cells) groupsOf[cell]?.push(index)
  })
  const exchangeList: Exchange[] = []
  const add = (gain: readonly number[], lose: readonly number[]): void => {
    const touched = new Map<number, number>()
    for (const [list, by] of [
      [gain, 1],
      [lose, -1],
    ] as const) {
      for (const cell of list)
        for (const group of groupsOf[cell] ?? []) touched.set(group, (touched.get(group) ?? 0) + by)
    }
    for (const [group, by] of touched) if (by === 0) touched.delete(group)
    if (touched.size > 0) exchangeList.push({ gain, lose, touched })
  }
  const at = new Map(cells.map((cell, index) => [nameOf(cell), index]))
  const visitedKeys = new Set<string>()
  for (let one = 0; one < cells.length; one++) {
    for (let other = 0; other < cells.length; other++) {
      const first = cells[one]
      const second = cells[other]
      if (one === other || !first || !second) continue
      add([one], [other])
      // Half of the sixteen choices of margins; the other half gives the same swaps.
      for (let swapped = 1; swapped < 8; swapped++) {
        const a = at.get(nameOf(crossed(first, second, swapped)))
        const b = at.get(nameOf(crossed(second, first, swapped)))
        if (a === undefined || b === undefined || a === one || a === other) continue
        const key = [[one, other].toSorted((x, y) => x - y), [a, b].toSorted((x, y) => x - y)].join('|')
        if (visitedKeys.has(key)) continue
        visitedKeys.add(key)
        add([one, other], [a, b])
      }
    }
  }
  return exchangeList
}

const nameOf = (cell: CellCategories): string => JSON.stringify(MARGINS.map((margin) => cell[margin]))

/** `one` with the categories of `other` for the margins whose bit is set. */
const crossed = (one: CellCategories, other: CellCategories, bits: number): CellCategories => {
  const [tripType, channel, region, language] = MARGINS.map((margin, i) => ((bits >> i) & 1 ? other : one)[margin])
  return { tripType: tripType ?? '', channel: channel ?? '', region: region ?? '', language: language ?? '' }
}
