import type { DraftRecord } from './draft-records.ts'
import type { ExposedWave } from './exposed-wave.ts'

/**
 * Finds answers and drafts of an unusual size: answers by the length of their values, and drafts by the ids of their
 * invitations. The size of a draft would reveal the kind of answer that it became.
 */
export function storedSizes(wave: ExposedWave, drafts: readonly DraftRecord[]): readonly string[] {
  return [
    ...unusualSizes([...wave.answers].map(([key, { values }]) => [key, values.length])),
    ...unusualSizes(drafts.map(({ id, bytes }) => [id, bytes])),
  ]
}

/** Returns the keys that do not have the most frequent size. */
function unusualSizes(sized: readonly (readonly [key: string, size: number])[]): readonly string[] {
  const counts = new Map<number, number>()
  for (const [, size] of sized) counts.set(size, (counts.get(size) ?? 0) + 1)
  const [commonest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  return sized.flatMap(([key, size]) => (size === commonest ? [] : [key]))
}
