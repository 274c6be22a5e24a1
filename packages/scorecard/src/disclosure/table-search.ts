import type { Range } from '../gate/shown-range.ts'
import { type Bound, complete } from './completions.ts'
import { figureOf, type HiddenGroup, type WholeTable } from './whole-table.ts'

/** A group whose size and satisfied people are published in ranges. */
export interface ShownGroup {
  readonly cells: readonly number[]
  readonly people: Range
  /** How many of `people` may be satisfied. */
  readonly satisfied: (people: number) => Range
}

/** What is published of a wave, as an attacker tests a guess against it. */
export interface Published {
  readonly groups: readonly ShownGroup[]
  /** What an answer of each cell weighs where the cells have these sizes; null where those sizes alone contradict a figure. */
  readonly weigh: (opinions: readonly number[]) => readonly number[] | null
  /** The weighted share lies in it, `to` excluded; null where none is published. */
  readonly share: Range | null
  /** Whether every figure that leaves would read the same. */
  readonly agrees: (table: WholeTable) => boolean
}

export interface SearchedWave {
  readonly table: WholeTable
  /** Most people that each cell can hold. */
  readonly most: readonly number[]
  readonly hidden: readonly HiddenGroup[]
  readonly published: Published
}

/** Different figures of a group that leave it hidden. */
const TABLES_WANTED = 10

/** Ten, or as many as the people asked allow: who answered of 3 leaves 9. A hidden group has somebody. */
export function tablesWanted({ hidden, most }: SearchedWave, group: number): number {
  const people = (hidden[group] ?? []).reduce((sum, cell) => sum + (most[cell] ?? 0), 0)
  return Math.min(TABLES_WANTED, (people * (people + 3)) / 2)
}

export interface FoundTables {
  /** The figures that each hidden group may have, its own among them. */
  readonly figures: readonly ReadonlySet<string>[]
  /** Agreeing tables, the true one first. */
  readonly tables: readonly WholeTable[]
}

/** Sizes looked at for one group within one radius, and tables tried for one group at one choice of sizes. */
const MOST_SIZES = 100
const MOST_TRIES = 20
/** Choices of one count for either, and how many cost about as much as trying a table. */
const MOST_CHOICES = 3_000
const CHOICES_A_STEP = 200

/**
 * Looks for different tables that agree with everything published, until each hidden group has the figures wanted: in widening
 * circles around the true sizes, for each group that lacks figures, over the satisfied that would give it a new one. What it
 * does not find counts as not there. Yields every few milliseconds, so that the caller may stop it; ends by itself after
 * `steps`, each about as long as one table takes.
 */
export function* searchTables(wave: SearchedWave, steps: number): Generator<void, FoundTables> {
  const search = new TableSearch(wave, steps)
  const widest = Math.max(...wave.table.opinions, ...wave.most)
  for (let radius = 1; radius < 2 * widest && search.goesOn(); radius *= 2) {
    for (const group of wave.hidden.keys()) {
      for (const sizes of search.sizesFor(group, radius)) {
        yield
        for (const opinions of sizes) {
          if (!search.isLacking(group) || !search.goesOn()) break
          search.tryAt(group, opinions)
          yield
        }
      }
    }
  }
  return search.found
}

class TableSearch {
  readonly #wave: SearchedWave
  readonly #figures: Set<string>[]
  readonly #tables: WholeTable[]
  readonly #weights = new Map<string, readonly number[] | null>()
  readonly #tried = new Set<string>()
  #left: number

  constructor(wave: SearchedWave, steps: number) {
    this.#wave = wave
    this.#figures = wave.hidden.map((group) => new Set([figureOf(wave.table, group)]))
    this.#tables = [wave.table]
    this.#left = steps
  }

  get found(): FoundTables {
    return { figures: this.#figures, tables: this.#tables }
  }

  goesOn(): boolean {
    return this.#left > 0 && this.#wave.hidden.some((_, group) => this.isLacking(group))
  }

  isLacking(group: number): boolean {
    return (this.#figures[group]?.size ?? 0) < tablesWanted(this.#wave, group)
  }

  /** Sizes that the shown groups allow, no cell farther than `radius` from its true one: a few for each size of the group. */
  *sizesFor(group: number, radius: number): Generator<readonly (readonly number[])[]> {
    const { table, most, hidden, published } = this.#wave
    const all = sumOf(table.opinions)
    const bounds = published.groups.map(({ cells, people }) => boundOf(table.opinions.length, cells, people))
    const ranges = table.opinions.map((people, cell) => ({
      from: Math.max(0, people - radius),
      to: Math.min(most[cell] ?? 0, people + radius),
    }))
    const cells = hidden[group] ?? []
    const size = sumOf(cells.map((cell) => table.opinions[cell] ?? 0))
    for (let wanted = Math.max(1, size - radius); wanted <= size + radius; wanted++) {
      if (!this.isLacking(group) || !this.goesOn()) return
      const found: (readonly number[])[] = []
      const exact = boundOf(table.opinions.length, cells, { from: wanted, to: wanted })
      const whole = boundOf(table.opinions.length, [...table.opinions.keys()], { from: all, to: all })
      let few = Math.ceil(MOST_SIZES / (2 * radius + 1))
      const problem = {
        ranges,
        bounds: [...bounds, exact, whole],
        start: table.opinions,
        first: [],
        isWanted: () => true,
      }
      this.#left -=
        complete(problem, MOST_CHOICES, (opinions) => {
          found.push(opinions)
          few -= 1
          return few > 0 ? 'more' : 'stop'
        }) / CHOICES_A_STEP
      yield found
    }
  }

  /** Tries tables of these sizes that would give the group a new figure. */
  tryAt(group: number, opinions: readonly number[]): void {
    const { table, hidden, published } = this.#wave
    const key = `${group} ${opinions.join()}`
    if (this.#tried.has(key)) return
    this.#tried.add(key)
    const weights = this.#weightsOf(opinions)
    if (!weights) return
    const cells = hidden[group] ?? []
    let tries = 0
    const problem = {
      ranges: opinions.map((people) => ({ from: 0, to: people })),
      bounds: boundsOf(this.#wave, opinions, weights),
      start: table.satisfied,
      first: cells,
      isWanted: (satisfied: readonly number[]) => this.#isNew(group, { opinions, satisfied }),
    }
    const choices = complete(problem, MOST_CHOICES, (satisfied) => {
      const guess = { opinions, satisfied }
      tries += 1
      if (!this.#isNew(group, guess)) return 'more'
      if (published.agrees(guess)) this.#add(guess)
      return tries < MOST_TRIES ? 'more' : 'stop'
    })
    this.#left -= tries + choices / CHOICES_A_STEP
  }

  #weightsOf(opinions: readonly number[]): readonly number[] | null {
    const key = opinions.join()
    const known = this.#weights.get(key)
    if (known !== undefined) return known
    const weights = this.#wave.published.weigh(opinions)
    this.#weights.set(key, weights)
    this.#left -= 1
    return weights
  }

  #isNew(group: number, guess: WholeTable): boolean {
    return this.isLacking(group) && this.#figures[group]?.has(figureOf(guess, this.#wave.hidden[group] ?? [])) === false
  }

  #add(table: WholeTable): void {
    this.#tables.push(table)
    for (const [group, cells] of this.#wave.hidden.entries()) this.#figures[group]?.add(figureOf(table, cells))
  }
}

/** As many satisfied in all as there are, the shares of the shown groups, and the weighted share. */
function boundsOf(
  { table, published: { groups, share } }: SearchedWave,
  opinions: readonly number[],
  weights: readonly number[],
): readonly Bound[] {
  const all = sumOf(table.satisfied)
  const bounds: Bound[] = [{ factors: opinions.map(() => 1), from: all, to: all }]
  if (share) {
    const whole = opinions.reduce((sum, people, cell) => sum + people * (weights[cell] ?? 0), 0)
    bounds.push({ factors: weights, from: share.from * whole, to: share.to * whole })
  }
  for (const { cells, satisfied } of groups) {
    const people = sumOf(cells.map((cell) => opinions[cell] ?? 0))
    bounds.push(boundOf(opinions.length, cells, satisfied(people)))
  }
  return bounds
}

/** The bound that some of `count` cells hold so many together. */
const boundOf = (count: number, cells: readonly number[], range: Range): Bound => ({
  ...range,
  factors: Array.from({ length: count }, (_, cell) => (cells.includes(cell) ? 1 : 0)),
})

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
