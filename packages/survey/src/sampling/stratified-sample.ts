import type { Id } from '@wayproof/kernel/id'
import { drawSample } from './sample.ts'

interface Stratum<T> {
  /** Sorted keys of the groups in the stratum. */
  readonly keys: readonly string[]
  readonly people: readonly T[]
}

/**
 * Draws a stratified sample with proportional allocation: first the integer part of size x people / frame, then one
 * more for the largest remainders (Hamilton; ties go to the first key). Each stratum is a simple random sample seeded
 * with `seed` and the stratum, so the same seed and frame give the same people. Groups too small for a place are
 * combined with the next smallest until they have one, so that no selection probability is zero. Sorted by ID; a frame
 * of at most `size` is returned whole. `size` is at least 1.
 */
export function drawStratified<T extends { readonly id: Id }>(
  frame: readonly T[],
  size: number,
  seed: string,
  groupOf: (person: T) => string,
): readonly T[] {
  if (size >= frame.length) return drawSample(frame, size, seed)
  const sampled = strataOf(frame, size, groupOf).flatMap(({ keys, people, places }) =>
    drawSample(people, places, `${seed} ${JSON.stringify(keys)}`),
  )
  return drawSample(sampled, sampled.length, seed)
}

/** Selection probability in `drawStratified` of each group's members. */
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
  return strata.map((stratum, index) => ({ ...stratum, places: places[index] ?? 0 }))
}

/** Allocates `size` places to strata of these sizes by largest remainder. Exact while places x people is below 2^53. */
export function placesOf(sizes: readonly number[], size: number): readonly number[] {
  const total = sizes.reduce((sum, people) => sum + people, 0)
  const places = sizes.map((people) => Math.floor((size * people) / total))
  const unassigned = size - places.reduce((sum, n) => sum + n, 0)
  const remainders = sizes.map((people, index) => ({ at: index, rest: (size * people) % total }))
  for (const { at } of remainders.toSorted((a, b) => b.rest - a.rest || a.at - b.at).slice(0, unassigned)) {
    places[at] = (places[at] ?? 0) + 1
  }
  return places
}

/** Ordered by key, independent of the order of the frame. */
function groupsOf<T>(frame: readonly T[], groupOf: (person: T) => string): readonly Stratum<T>[] {
  const groups = Map.groupBy(frame, groupOf)
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, people]) => ({ keys: [key], people }))
}

/** Combines the two smallest groups until the smallest expects at least one place. */
function joinSmall<T>(groups: readonly Stratum<T>[], total: number, size: number): readonly Stratum<T>[] {
  const bySize = (a: Stratum<T>, b: Stratum<T>) =>
    a.people.length - b.people.length || (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1)
  let strata = groups.toSorted(bySize)
  for (;;) {
    const [first, second, ...rest] = strata
    if (!first || !second || first.people.length * size >= total) break
    const joined = { keys: [...first.keys, ...second.keys].sort(), people: [...first.people, ...second.people] }
    strata = [joined, ...rest].sort(bySize)
  }
  return strata.toSorted((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1))
}
