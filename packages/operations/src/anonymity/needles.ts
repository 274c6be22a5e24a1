import type { Piece } from './file-pieces.ts'

/** Byte strings of equal length that are searched for in one pass. */
export interface Needles {
  readonly width: number
  /** Each needle, as latin1 text. */
  readonly all: ReadonlyMap<string, unknown>
  /**
   * A bit for each hash of eight bytes that a needle has. Few other positions have such a hash, so few are looked up.
   */
  readonly hashes: Uint8Array
}

const BITS = 24
/** Hash of the first four bytes and of four in the middle, each as a number. */
const hash = (first: number, middle: number) =>
  (Math.imul(first, 2_654_435_761) ^ Math.imul(middle, 2_246_822_519)) >>> (32 - BITS)
/** The position of a hyphen in every UUID. */
const MIDDLE = 8

/** Makes needles of the keys of a map, latin1 texts of equal length, at least twelve bytes. */
export function needles(all: ReadonlyMap<string, unknown>, width: number): Needles {
  const hashes = new Uint8Array(1 << (BITS - 3))
  for (const text of all.keys()) {
    const bytes = Buffer.from(text, 'latin1')
    const of = hash(bytes.readUInt32LE(0), bytes.readUInt32LE(MIDDLE))
    hashes[of >>> 3] = Number(hashes[of >>> 3]) | (1 << (of & 7))
  }
  return { width, all, hashes }
}

/**
 * Yields each position in a piece at which a needle begins, with the needle; the last one may extend across the edge.
 */
export function* findNeedles(
  { bytes, from, to }: Piece,
  sought: Needles,
): Generator<readonly [at: number, needle: string]> {
  const { width, all } = sought
  if (all.size === 0) return
  const last = Math.min(to - 1, bytes.length - width)
  for (let at = nextHash(bytes, from, last, sought); at <= last; at = nextHash(bytes, at + 1, last, sought)) {
    const candidate = bytes.toString('latin1', at, at + width)
    if (all.has(candidate)) yield [at, candidate]
  }
}

/** The first position from `at` on with the hash of a needle; `last` + 1 if there is none. */
function nextHash(bytes: Buffer, at: number, last: number, { hashes }: Needles): number {
  if (at > last) return at
  let first = bytes.readInt32LE(at)
  let middle = bytes.readInt32LE(at + MIDDLE)
  for (let place = at; place <= last; place += 1) {
    const of = hash(first, middle)
    if ((Number(hashes[of >>> 3]) >>> (of & 7)) & 1) return place
    first = (first >>> 8) | (Number(bytes[place + 4]) << 24)
    middle = (middle >>> 8) | (Number(bytes[place + 4 + MIDDLE]) << 24)
  }
  return last + 1
}
