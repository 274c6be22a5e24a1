import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MARGINS } from '../breakdown/margin.ts'
import { suppress } from '../breakdown/suppression.ts'
import { exchanges } from './exchanges.ts'
import { type CellCategories, groupTable, PAIRS } from './group-table.ts'
import { hiddenGroups } from './hidden-groups.ts'
import { isDetermined } from './testing/whole-tables.ts'

const k = 5
const SINGLES = MARGINS.map((margin) => [margin])

/** A table of up to 3 x 3 cells, sometimes with a third margin, with some cells never asked. */
const tables = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 2, max: 3 }),
    people: fc.array(fc.oneof(fc.nat(4), fc.nat(12), fc.nat(30)), { minLength: 9, maxLength: 9 }),
    absent: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    third: fc.array(fc.constantFrom('app', 'web'), { minLength: 9, maxLength: 9 }),
    sparse: fc.boolean(),
    deep: fc.boolean(),
  })
  .map(({ rows, columns, people, absent, third, sparse, deep }) => {
    const all = Array.from({ length: rows * columns }, (_, i): { cell: CellCategories; people: number } => ({
      cell: {
        tripType: `t${Math.floor(i / columns)}`,
        region: `r${i % columns}`,
        channel: deep ? (third[i] ?? '') : 'app',
        language: 'en',
      },
      people: people[i] ?? 0,
    }))
    const kept = sparse ? all.filter((_, i) => !absent[i]) : all
    return kept.length > 0 ? kept : all
  })

function solve(cells: readonly { cell: CellCategories; people: number }[]) {
  const table = groupTable(cells.map(({ cell }) => cell))
  const people = cells.map((cell) => cell.people)
  const ways = exchanges(
    table,
    cells.map(({ cell }) => cell),
  )
  const hidden = hiddenGroups({ table, exchanges: ways, people, k })
  const sizes = table.groups.map((group) => group.cells.reduce((sum, cell) => sum + (people[cell] ?? 0), 0))
  return { cells: cells.map(({ cell }) => cell), table, people, hidden, sizes }
}
type Solved = ReturnType<typeof solve>

/** Returns true if a reader could compute a small group by subtraction or linear algebra. */
function leaks({ cells, table: { groups }, people, sizes }: Solved, hidden: readonly boolean[]): boolean {
  const size = (i: number) => sizes[i] ?? 0
  if (sizes.some((n, i) => !hidden[i] && n > 0 && n < k)) return true
  for (const [i, group] of groups.entries()) {
    if (hidden[i]) continue
    for (const [j, part] of groups.entries()) {
      const isWithin = part.cells.every((cell) => group.cells.includes(cell))
      if (!hidden[j] && isWithin && size(i) > size(j) && size(i) - size(j) < k) return true
    }
    // Remainder of a shown group after subtracting its shown parts by one margin or two.
    for (const margins of [...SINGLES, ...PAIRS]) {
      const parts = Map.groupBy(group.cells, (cell) => JSON.stringify(margins.map((margin) => cells[cell]?.[margin])))
      const isHidden = (part: readonly number[]) => {
        const group = groups.findIndex((each) => each.cells.join() === part.join())
        return group < 0 || hidden[group]
      }
      // A part of three categories, which no filter names, counts as hidden.
      const remainder = [...parts.values()]
        .filter(isHidden)
        .flat()
        .reduce((sum, cell) => sum + (people[cell] ?? 0), 0)
      if (remainder > 0 && remainder < k) return true
    }
  }
  return groups.some((_, i) => hidden[i] && isDetermined({ groups, people, hidden }, i))
}

it('no small hidden group, and no small difference of shown groups, can be computed', () => {
  fc.assert(
    fc.property(tables, (cells) => {
      const solved = solve(cells)
      if (solved.hidden) expect(leaks(solved, solved.hidden)).toBe(false)
      else expect(solved.sizes[0]).toBeLessThan(k)
    }),
    { numRuns: 600, seed: 27 },
  )
})

it('the test fails for a rule that hides small groups only or treats filters separately', () => {
  const found = { small: 0, filter: 0 }
  for (const solved of fc.sample(tables, { numRuns: 200, seed: 3 }).map(solve)) {
    if (!solved.hidden) continue
    if (leaks(solved, smallOnly(solved))) found.small += 1
    if (leaks(solved, filterByFilter(solved))) found.filter += 1
  }
  expect(found.small).toBeGreaterThan(100)
  expect(found.filter).toBeGreaterThan(20)
})

const smallOnly = ({ sizes }: Solved): readonly boolean[] => sizes.map((n) => n > 0 && n < k)

/** Suppresses each margin and each pair as a separate table, as well as possible without the others. */
function filterByFilter({ table: { groups }, sizes }: Solved): readonly boolean[] {
  const byMargins = Map.groupBy(groups.keys(), (i) => groups[i]?.margins.join())
  const hidden = [...byMargins.values()].flatMap(
    (indices) => suppress(Object.fromEntries(indices.map((i) => [i, sizes[i] ?? 0])), k).hidden,
  )
  return groups.map((_, i) => hidden.includes(String(i)))
}

/** Groups hidden in every solution: small ones, and those hidden in their margin's own table. */
function mustBeHidden({ table, sizes }: Solved): readonly boolean[] {
  const forced = sizes.map((n) => n > 0 && n < k)
  for (const margin of ['tripType', 'channel', 'region'] as const) {
    const at = table.categories(margin).map((name) => [name, table.indexOf([margin], [name])] as const)
    const hidden = new Set(suppress(Object.fromEntries(at.map(([name, i]) => [name, sizes[i] ?? 0])), k).hidden)
    for (const [name, i] of at) if (hidden.has(name)) forced[i] = true
  }
  return forced
}

it('no hidden group is unnecessary: no smaller choice among the hidden groups is safe', () => {
  let compared = 0
  for (const solved of fc.sample(tables, { numRuns: 800, seed: 4 }).map(solve)) {
    if (!solved.hidden?.some(Boolean)) continue
    compared += 1
    const forced = mustBeHidden(solved)
    const added = solved.hidden.flatMap((isHidden, i) => (isHidden && !forced[i] ? [i] : []))
    for (let choice = 0; choice < 2 ** added.length - 1; choice++) {
      const chosen = new Set(added.filter((_, bit) => (choice >> bit) & 1))
      const fewer = forced.map((isForced, i) => isForced || chosen.has(i))
      expect(leaks(solved, fewer), `${[...chosen]} of ${added} would do`).toBe(true)
    }
  }
  expect(compared).toBeGreaterThanOrEqual(500)
})
