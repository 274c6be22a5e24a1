import type { Id } from '@wayproof/kernel'
import { drawSample } from './sample.ts'

interface Stratum<T> {
  /** Keys of the groups in it, sorted. */
  readonly keys: readonly string[]
  readonly people: readonly T[]
}

/**
 * A sample of `size` in which each stratum has its share of the frame: the whole places of size x people / frame first,
 * then one more for the largest remainders (Hamilton; the first key where they are equal). Within a stratum it is a simple
 * random sample whose seed is made of `seed` and the stratum, so that the same seed and frame give the same persons.
 * Groups too small for a place of their own are put together with the next small ones until they have one: nobody's
 * chance is zero. Sorted by id; a frame of `size` or fewer is taken whole. `size` is at least 1.
 */
export function drawStratified<T extends { readonly id: Id }>(
  frame: readonly T[],
  size: number,
  seed: string,
  groupOf: (person: T) => string,
): readonly T[] {
  if (size >= frame.length) return drawSample(frame, size, seed)
  const drawn = strataOf(frame, size, groupOf).flatMap(({ keys, people, places }) =>
    drawSample(people, places, `${seed} ${JSON.stringify(keys)}`),
  )
  return drawSample(drawn, drawn.length, seed)
}

/** Each group's chance: that of everybody in it to be drawn by `drawStratified`. */
export function stratifiedChances<T extends { readonly id: Id }>(
  frame: readonly T[],
  size: number,
  groupOf: (person: T) => string,
): ReadonlyMap<string, number> {
  if (size >= frame.length) return new Map(frame.map((person) => [groupOf(person), 1]))
  return new Map(
    strataOf(frame, size, groupOf).flatMap(({ keys, people, places }) =>
      keys.map((key) => [key, places / people.length] as const),
    ),
  )
}

function strataOf<T extends { readonly id: Id }>(frame: readonly T[], size: number, groupOf: (person: T) => string) {
  const strata = joinSmall(groupsOf(frame, groupOf), frame.length, size)
  const places = placesOf(
    strata.map(({ people }) => people.length),
    size,
  )
  return strata.map((stratum, at) => ({ ...stratum, places: places[at] ?? 0 }))
}

/** `size` places over strata of these sizes, in proportion by largest remainder. Exact up to 2^53 of places x people. */
export function placesOf(sizes: readonly number[], size: number): readonly number[] {
  const all = sizes.reduce((sum, people) => sum + people, 0)
  const places = sizes.map((people) => Math.floor((size * people) / all))
  const left = size - places.reduce((sum, n) => sum + n, 0)
  const remainders = sizes.map((people, at) => ({ at, rest: (size * people) % all }))
  for (const { at } of remainders.toSorted((a, b) => b.rest - a.rest || a.at - b.at).slice(0, left)) {
    places[at] = (places[at] ?? 0) + 1
  }
  return places
}

/** In the order of their keys, whatever the order of the frame. */
function groupsOf<T>(frame: readonly T[], groupOf: (person: T) => string): readonly Stratum<T>[] {
  const groups = Map.groupBy(frame, groupOf)
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, people]) => ({ keys: [key], people }))
}

/** Joins the two smallest until the smallest has a whole place to expect. */
function joinSmall<T>(groups: readonly Stratum<T>[], all: number, size: number): readonly Stratum<T>[] {
  const bySize = (a: Stratum<T>, b: Stratum<T>) =>
    a.people.length - b.people.length || (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1)
  let strata = groups.toSorted(bySize)
  for (;;) {
    const [first, second, ...others] = strata
    if (!first || !second || first.people.length * size >= all) break
    const joined = { keys: [...first.keys, ...second.keys].sort(), people: [...first.people, ...second.people] }
    strata = [joined, ...others].sort(bySize)
  }
  return strata.toSorted((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1))
}
