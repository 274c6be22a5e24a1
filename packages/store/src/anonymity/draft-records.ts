const UUID = 36
/** Serial type of text of 36 bytes; those of bytes are even and 12 at least. */
const [TEXT_36, SHORTEST_BLOB] = [13 + 2 * UUID, 12]
/** Bytes that the serial type of a draft may take: up to two megabytes. */
const TYPE_WIDTHS = [1, 2, 3] as const

/** What a record of `draft` says in the bytes of a page, live or freed. */
export interface DraftRecord {
  /** The id of the invitation. */
  readonly id: string
  /** How long the sealed draft is. */
  readonly bytes: number
}

/** Where an invitation's id stands at that place; more than one where the bytes before it can be read in more than one way. */
export function draftRecords(bytes: Buffer, at: number, id: string): readonly DraftRecord[] {
  const sizes = TYPE_WIDTHS.map((width) => draftSize(bytes, at, width))
  return sizes.flatMap((size) => (size === null ? [] : [{ id, bytes: size }]))
}

/** From the header of a record before `at`: its own length, the id's type, and a blob's type in `width` bytes; null for others. */
function draftSize(bytes: Buffer, at: number, width: number): number | null {
  const start = at - width - 2
  if (start < 0 || bytes[start] !== width + 2 || bytes[start + 1] !== TEXT_36) return null
  const type = [...bytes.subarray(at - width, at)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return type >= SHORTEST_BLOB && type % 2 === 0 ? (type - SHORTEST_BLOB) / 2 : null
}
