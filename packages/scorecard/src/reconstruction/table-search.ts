import type { Range } from '../disclosure/shown-range.ts'
import { type Bound, complete } from './completions.ts'
import { figureOf, type HiddenGroup, type WholeTable } from './whole-table.ts'

/** A group with published ranges of its size and satisfied people. */
export interface ShownGroup {
  readonly cells: readonly number[]
  readonly people: Range
  /** Possible number of satisfied among `people`. */
  readonly satisfied: (people: number) => Range
}

/** Published figures of a wave, as tests for an attacker's guess. */
export interface Published {
  readonly groups: readonly ShownGroup[]
  /** Weight of an answer in each cell for these cell sizes; null if the sizes alone contradict a figure. */
  readonly weigh: (opinions: readonly number[]) => readonly number[] | null
  /** Range of the weighted share (`to` exclusive); null if none is published. */
  readonly share: Range | null
  /** Returns true if every published figure would be the same. */
  readonly agrees: (table: WholeTable) => boolean
}

export interface SearchedWave {
  readonly table: WholeTable
  /** Largest possible count of each cell. */
  readonly most: readonly number[]
  readonly hidden: readonly HiddenGroup[]
  readonly published: Published
}

/** Different figures of a group that keep it hidden. */
const TABLES_WANTED = 10

/** Ten, or as many as the people asked allow: 3 people allow 9. A hidden group is not empty. */
export function requiredTables({ hidden, most }: SearchedWave, group: number): number {
  const people = (hidden[group] ?? []).reduce((sum, cell) => sum + (most[cell] ?? 0), 0)
  return Math.min(TABLES_WANTED, (people * (people + 3)) / 2)
}

export interface FoundTables {
  /** Possible figures of each hidden group, including the true one. */
  readonly figures: readonly ReadonlySet<string>[]
  /** Matching tables, the true one first. */
  readonly tables: readonly WholeTable[]
}

/** Most sizes examined per group and radius, and most tables tried per group and choice of sizes. */
const MOST_SIZES = 100
const MOST_TRIES = 20
/** Most counts tried in either search, and the number of counts that costs as much as one table. */
const MOST_CHOICES = 3_000
const CHOICES_A_STEP = 200

/**
 * Searches for different tables that match all published figures until every hidden group has the required number of
 * figures. It tries sizes at growing distance from the true ones and, for each group that lacks figures, the satisfied
 * counts that would give a new one. Tables it does not find count as nonexistent. Yields every few milliseconds so that
 * the caller can stop it; ends after `steps`, each about as long as one table takes.
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
    return (this.#figures[group]?.size ?? 0) < requiredTables(this.#wave, group)
  }

  /**
   * Sizes allowed by the shown groups, with no cell farther than `radius` from its true size: a few for each size of
   * the group.
   */
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
      const sizes: (readonly number[])[] = []
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
          sizes.push(opinions)
          few -= 1
          return few > 0 ? 'more' : 'stop'
        }) / CHOICES_A_STEP
      yield sizes
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
    const cachedWeights = this.#weights.get(key)
    if (cachedWeights !== undefined) return cachedWeights
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

/** Bounds for the total of satisfied people, the shares of the shown groups, and the weighted share. */
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

/** Bound on the sum of some of `count` cells. */
const boundOf = (count: number, cells: readonly number[], range: Range): Bound => ({
  ...range,
  factors: Array.from({ length: count }, (_, cell) => (cells.includes(cell) ? 1 : 0)),
})

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
