import { boundsOf, type Equation } from './linear-bounds.ts'

interface Attacked {
  readonly cells: readonly Readonly<Record<string, unknown>>[]
  /** People in each cell. */
  readonly people: readonly number[]
  /** Margins of the groups: none, one, or two. */
  readonly divisions: readonly (readonly string[])[]
  /** Says whether a group's figure is hidden in the fetched result. */
  readonly isHidden: (margins: readonly string[], categories: readonly string[]) => boolean
  readonly k: number
}

/** The strongest reader knows the exact number of every shown group, and that every hidden group is not empty. */
export function attackGroups({ cells, people, divisions, isHidden, k }: Attacked) {
  const faults: string[] = []
  const size = (members: readonly number[]) => members.reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
  const nameOf = (cell: number, margins: readonly string[]) =>
    JSON.stringify(margins.map((margin) => cells[cell]?.[margin]))
  const groups = divisions.flatMap((margins) => {
    const cellsByName = Map.groupBy(cells.keys(), (cell) => nameOf(cell, margins))
    return [...cellsByName].map(([categories, members]) => {
      return { of: members, hidden: isHidden(margins, JSON.parse(categories)), people: size(members) }
    })
  })
  const shownGroups = groups.filter(({ hidden }) => !hidden)
  const hiddenGroups = groups.filter((group) => group.hidden)
  // If even the total is hidden, nothing is known.
  if (shownGroups.length === 0) return { found: faults, hidden: 0 }
  const equations: Equation[] = [
    ...shownGroups.map(({ of, people: is }) => ({ of, is })),
    ...hiddenGroups.map(({ of }) => ({ of, is: 1, atLeast: true })),
  ]
  for (const { of, people: actual } of hiddenGroups) {
    const [minimum, maximum] = boundsOf(cells.length, equations, of)
    if (minimum === maximum && actual < k) faults.push(`${of} is ${actual}`)
  }
  for (const total of shownGroups) {
    for (const part of shownGroups) {
      const difference = total.people - part.people
      if (part.of.every((cell) => total.of.includes(cell)) && difference > 0 && difference < k)
        faults.push(`${total.of} - ${part.of}`)
    }
    for (const margins of divisions) {
      const partsOfTotal = Map.groupBy(total.of, (cell) => nameOf(cell, margins))
      const open = [...partsOfTotal.values()].filter((part) => !shownGroups.some(({ of }) => of.join() === part.join()))
      if (size(open.flat()) > 0 && size(open.flat()) < k)
        faults.push(`${total.of} without its shown parts by ${margins}`)
    }
  }
  return { found: faults, hidden: hiddenGroups.length }
}
