import { MARGINS } from '../../breakdown/margin.ts'
import { groupTable } from '../../disclosure/group-table.ts'
import { shownPeople, shownShare } from '../../disclosure/shown-share.ts'
import type { SatisfactionCell } from '../../facts.ts'
import type { WholeTable } from '../whole-table.ts'

/** An attacker's view of a group: its rounded-down size and its satisfied share. */
interface ShownFigures {
  readonly cells: readonly number[]
  readonly seen: string
}

/**
 * Enumerates every table of whole people that matches the shown groups of a wave, its totals and cell marks. It tries
 * all sizes and all satisfied counts and uses shown data only. For waves of at most four cells.
 */
export function* everyTable(
  cells: readonly SatisfactionCell[],
  isShown: (group: readonly number[]) => boolean,
  k: number,
): Generator<WholeTable> {
  const truth = { opinions: cells.map((cell) => cell.opinions), satisfied: cells.map((cell) => cell.satisfied) }
  const marks = cells.map(({ categories }) => {
    const [tripType = '', channel = '', region = '', language = ''] = MARGINS.map((margin) => categories[margin])
    return { tripType, channel, region, language }
  })
  const groups = groupTable(marks)
    .groups.filter(({ cells: members }) => isShown(members))
    .map(({ cells: members }) => members)
  const total = (counts: readonly number[], group: readonly number[]) =>
    group.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)
  const sizeSeen = (opinions: readonly number[], group: readonly number[]) => shownPeople(total(opinions, group), k)
  const shareSeen = ({ opinions, satisfied }: WholeTable, group: readonly number[]) => {
    const people = total(opinions, group)
    const { kind, value } = shownShare(total(satisfied, group), people, shownPeople(people, k))
    return `${kind} ${value}`
  }
  const sizes: ShownFigures[] = groups.map((group) => ({ cells: group, seen: `${sizeSeen(truth.opinions, group)}` }))
  const shares = groups.map((group) => ({ cells: group, seen: shareSeen(truth, group) }))
  const everybody = cells.map((_, cell) => cell)
  for (const opinions of wholes(
    total(truth.opinions, everybody),
    everybody.map(() => Number.POSITIVE_INFINITY),
  )) {
    if (sizes.some(({ cells: group, seen }) => `${sizeSeen(opinions, group)}` !== seen)) continue
    for (const satisfied of wholes(total(truth.satisfied, everybody), opinions)) {
      const table = { opinions, satisfied }
      if (shares.every(({ cells: group, seen }) => shareSeen(table, group) === seen)) yield table
    }
  }
}

/** Every distribution of a total over cells with a limit each. */
function* wholes(all: number, most: readonly number[]): Generator<readonly number[]> {
  const [first = 0, ...rest] = most
  if (rest.length === 0) {
    if (all <= first) yield [all]
    return
  }
  for (let count = 0; count <= Math.min(all, first); count++) {
    for (const others of wholes(all - count, rest)) yield [count, ...others]
  }
}
