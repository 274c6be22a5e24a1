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

const UUID = 36
/** Serial type of a text of 36 bytes, and the smallest one of bytes; those of bytes are even. */
const [TEXT_36, SHORTEST_BLOB] = [13 + 2 * UUID, 12]
/** Lengths in bytes of the serial type of a draft of up to two megabytes. */
const TYPE_WIDTHS = [1, 2, 3] as const

/** The content of a record of `draft` in the bytes of a page, live or freed. */
export interface DraftRecord {
  /** The id of the invitation. */
  readonly id: string
  /** Length of the sealed draft. */
  readonly bytes: number
}

/** Reads the records whose invitation id is at this position; several if the bytes before it are ambiguous. */
export function draftRecords(bytes: Buffer, at: number, id: string): readonly DraftRecord[] {
  const sizes = TYPE_WIDTHS.map((width) => draftSize(bytes, at, width))
  return sizes.flatMap((size) => (size === null ? [] : [{ id, bytes: size }]))
}

/**
 * Reads the size from the header before `at`: its length, the type of the id, and the type of the draft in `width`
 * bytes. Null if it is no such header.
 */
function draftSize(bytes: Buffer, at: number, width: number): number | null {
  const start = at - width - 2
  if (start < 0 || bytes[start] !== width + 2 || bytes[start + 1] !== TEXT_36) return null
  const type = [...bytes.subarray(at - width, at)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return type >= SHORTEST_BLOB && type % 2 === 0 ? (type - SHORTEST_BLOB) / 2 : null
}
