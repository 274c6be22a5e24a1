import type { DraftRecord } from './draft-records.ts'
import type { ExposedWave } from './exposed-wave.ts'

/**
 * What its size sets apart from the others: answers by the length of their values, and drafts, by the ids of their
 * invitations. A draft of another size tells what kind of answer came of it.
 */
export function storedSizes(wave: ExposedWave, drafts: readonly DraftRecord[]): readonly string[] {
  return [
    ...setApart([...wave.answers].map(([key, { values }]) => [key, values.length])),
    ...setApart(drafts.map(({ id, bytes }) => [id, bytes])),
  ]
}

/** The keys that do not have the commonest size. */
function setApart(sized: readonly (readonly [key: string, size: number])[]): readonly string[] {
  const counts = new Map<number, number>()
  for (const [, size] of sized) counts.set(size, (counts.get(size) ?? 0) + 1)
  const [commonest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  return sized.flatMap(([key, size]) => (size === commonest ? [] : [key]))
}
