import { shownPeople } from '@wayproof/survey/disclosure/shown-share'
import { type GroupFigure, groupTable, suppressCells } from '../suppress-cells.ts'
import { partBehind, type Range } from './shown-range.ts'

/** Answers of four cells to several shares; everybody answered each. */
export interface SmallWave {
  readonly people: readonly number[]
  /** For each share the counted people by cell; the first is the headline, whose total is published exactly. */
  readonly shares: readonly (readonly number[])[]
}

/** A group that no share shows, as an attacker with all figures of all shares reads it. */
export interface Reading {
  readonly sizes: Set<number>
  /** For each share the pairs of counted and all people. */
  readonly figures: readonly Set<string>[]
}

type Counts = readonly number[]

const K = 5
const CELLS = [0, 1, 2, 3]
const MARKS = CELLS.map((i) => ({
  ...{ tripType: i & 2 ? 'solo' : 'group', channel: i & 1 ? 'web' : 'app', region: 'east', language: 'en' },
}))
const GROUPS = groupTable(MARKS).groups
const sumOf = (counts: Counts, cells: Counts): number => cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0)

/** Pairs of a group's size and counted people that are enough; no group needs more. */
export const ENOUGH = 10

/**
 * Tries every division of the exact number of answers into cells. One counts if every share has counts that publish the
 * same figures, by the code that publishes them; so a reading includes the decisions of that code. Stops once each group
 * has enough readings of every share.
 */
export function jointReadings({ people, shares }: SmallWave): readonly Reading[] {
  const published = shares.map((counts) => figuresOf(people, counts))
  const hidden = GROUPS.filter((_, group) => published.every((figures) => figures[group]?.kind === 'hidden'))
  const readings = hidden.map(() => ({ sizes: new Set<number>(), figures: shares.map(() => new Set<string>()) }))
  const texts = published.map((figures) => JSON.stringify(figures))
  const everybody = shares[0] ? sumOf(shares[0], CELLS) : 0
  const isLacking = ({ sizes, figures }: Reading) =>
    sizes.size < ENOUGH || figures.some((each) => each.size < ENOUGH || !isOpen(each))

  const tryAt = (guess: Counts): void => {
    const found = published.map((figures, share) => {
      const tables: Counts[] = []
      for (const counts of countsFor(guess, figures, share === 0 ? everybody : null)) {
        const isNew = readings.some(
          ({ figures: known }, at) => !known[share]?.has(pairOf(guess, counts, hidden[at]?.cells ?? [])),
        )
        if (tables.length > 0 && !isNew) continue
        if (JSON.stringify(figuresOf(guess, counts)) === texts[share]) tables.push(counts)
        if (tables.length > ENOUGH) break
      }
      return tables
    })
    if (found.some((tables) => tables.length === 0)) return
    for (const [at, { sizes, figures }] of readings.entries()) {
      const cells = hidden[at]?.cells ?? []
      sizes.add(sumOf(guess, cells))
      found.forEach((tables, share) => {
        for (const counts of tables) figures[share]?.add(pairOf(guess, counts, cells))
      })
    }
  }
  const all = sumOf(people, CELLS)
  const divisions = Array.from(compositions(all))
  // A fixed order that mixes near and far divisions: the step shares no factor with their number.
  const step = [7_919, 7_907, 7_901].find((prime) => divisions.length % prime !== 0) ?? 1
  for (let i = 0; i < divisions.length && readings.some(isLacking); i++)
    tryAt(divisions[(i * step) % divisions.length] ?? people)
  return readings
}

/** Neither is everybody of the group counted in all readings, nor nobody. */
export const isOpen = (pairs: ReadonlySet<string>): boolean => {
  const read = [...pairs].map((pair) => pair.split('/').map(Number))
  return read.some(([counted = 0, all = 0]) => counted < all) && read.some(([counted = 0]) => counted > 0)
}

const pairOf = (people: Counts, counts: Counts, cells: Counts): string =>
  `${sumOf(counts, cells)}/${sumOf(people, cells)}`

const cache = new Map<string, readonly GroupFigure[]>()

function figuresOf(people: Counts, counts: Counts): readonly GroupFigure[] {
  const key = `${people} ${counts}`
  const known = cache.get(key)
  if (known) return known
  const cells = MARKS.map((marks, i) => {
    const item = { opinions: people[i] ?? 0, topTwo: counts[i] ?? 0, withoutOpinion: 0 }
    return { ...marks, invited: 100, counts: { item } }
  })
  const { figure } = suppressCells({ smallestGroup: K, cells }, 'item')
  const figures = GROUPS.map(({ margins, categories }) => figure(margins, categories))
  if (cache.size > 200_000) cache.clear()
  cache.set(key, figures)
  return figures
}

/** Every count of each cell that agrees with the shown groups. */
function* countsFor(people: Counts, figures: readonly GroupFigure[], everybody: number | null): Generator<Counts> {
  const bounds: (Range & { readonly cells: Counts })[] =
    everybody === null ? [] : [{ cells: CELLS, from: everybody, to: everybody }]
  for (const [group, figure] of figures.entries()) {
    const cells = GROUPS[group]?.cells ?? []
    if (figure.kind !== 'shown') continue
    const size = sumOf(people, cells)
    if (shownPeople(size, K) !== figure.people) return
    bounds.push({ cells, ...partBehind(figure.topTwo, size, figure.people) })
  }
  const counts = [0, 0, 0, 0]
  function* from(cell: number): Generator<Counts> {
    if (cell === CELLS.length) return void (yield [...counts])
    let [least, most] = [0, people[cell] ?? 0]
    for (const { cells, ...range } of bounds) {
      if (!cells.includes(cell)) continue
      const before = sumOf(
        counts,
        cells.filter((each) => each < cell),
      )
      least = Math.max(
        least,
        range.from -
          before -
          sumOf(
            people,
            cells.filter((each) => each > cell),
          ),
      )
      most = Math.min(most, range.to - before)
    }
    for (let count = least; count <= most; count++) {
      counts[cell] = count
      yield* from(cell + 1)
    }
  }
  yield* from(0)
}

/** Every division of `all` people into four cells. */
function* compositions(all: number): Generator<Counts> {
  for (let a = 0; a <= all; a++)
    for (let b = 0; a + b <= all; b++) for (let c = 0; a + b + c <= all; c++) yield [a, b, c, all - a - b - c]
}
