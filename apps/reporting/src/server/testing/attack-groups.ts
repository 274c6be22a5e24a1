import { boundsOf, type Known } from './linear-bounds.ts'

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
  const found: string[] = []
  const size = (of: readonly number[]) => of.reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
  const nameOf = (cell: number, margins: readonly string[]) =>
    JSON.stringify(margins.map((margin) => cells[cell]?.[margin]))
  const groups = divisions.flatMap((margins) => {
    const parts = Map.groupBy(cells.keys(), (cell) => nameOf(cell, margins))
    return [...parts].map(([categories, of]) => {
      return { of, hidden: isHidden(margins, JSON.parse(categories)), people: size(of) }
    })
  })
  const shown = groups.filter(({ hidden }) => !hidden)
  const hidden = groups.filter((group) => group.hidden)
  // If even the total is hidden, nothing is known.
  if (shown.length === 0) return { found, hidden: 0 }
  const known: Known[] = [
    ...shown.map(({ of, people: is }) => ({ of, is })),
    ...hidden.map(({ of }) => ({ of, is: 1, atLeast: true })),
  ]
  for (const { of, people: truth } of hidden) {
    const [least, most] = boundsOf(cells.length, known, of)
    if (least === most && truth < k) found.push(`${of} is ${truth}`)
  }
  for (const whole of shown) {
    for (const part of shown) {
      const apart = whole.people - part.people
      if (part.of.every((cell) => whole.of.includes(cell)) && apart > 0 && apart < k)
        found.push(`${whole.of} - ${part.of}`)
    }
    for (const margins of divisions) {
      const parts = Map.groupBy(whole.of, (cell) => nameOf(cell, margins))
      const open = [...parts.values()].filter((part) => !shown.some(({ of }) => of.join() === part.join()))
      if (size(open.flat()) > 0 && size(open.flat()) < k)
        found.push(`${whole.of} without its shown parts by ${margins}`)
    }
  }
  return { found, hidden: hidden.length }
}
