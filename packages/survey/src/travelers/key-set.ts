/** Each key has 64 bits, as two halves. */
const HALVES = 2
/** The first bits of a key select its part, so that few keys are sorted at once. */
const PART_BITS = 4
const KEY_BYTES = 8
/** A part grows by 8 KB. */
const GROWTH = 1 << 13
/** Address space of a part: enough for all rows of the largest file, if their keys have the same first bits. */
const MOST_BYTES = 1_000_000 * KEY_BYTES + GROWTH

interface Part {
  readonly buffer: ArrayBuffer
  /** Grows with `buffer`. */
  readonly halves: Uint32Array
  size: number
}

function emptyPart(): Part {
  const buffer = new ArrayBuffer(0, { maxByteLength: MOST_BYTES })
  return { buffer, halves: new Uint32Array(buffer), size: 0 }
}

/**
 * Detects whether any two of up to millions of keys may be equal, with eight bytes for each key. `false` is certain;
 * after `true` the caller must compare the keys.
 */
export class KeySet {
  readonly #parts: readonly Part[] = Array.from({ length: 1 << PART_BITS }, emptyPart)

  add(high: number, low: number): void {
    const part = this.#parts[high >>> (32 - PART_BITS)]
    if (!part) return
    const at = part.size * HALVES
    if (at === part.halves.length) part.buffer.resize(part.buffer.byteLength + GROWTH)
    part.halves[at] = high
    part.halves[at + 1] = low
    part.size += 1
  }

  /** Two rounds of FNV-1a with different start values. */
  addText(text: string): void {
    let [high, low] = [0x811c9dc5, 0x01000193]
    for (let i = 0; i < text.length; i += 1) {
      const letter = text.charCodeAt(i)
      high = Math.imul(high ^ letter, 0x01000193)
      low = Math.imul(low ^ letter, 0x85ebca6b)
      low ^= low >>> 13
    }
    this.add(high, low)
  }

  mayRepeat(): boolean {
    const room = new BigUint64Array(Math.max(...this.#parts.map(({ size }) => size)))
    return this.#parts.some((part) => repeats(part, room))
  }

  /** Frees the memory at once; garbage collection would come only after the rows are sorted. */
  clear(): void {
    for (const part of this.#parts) {
      part.buffer.resize(0)
      part.size = 0
    }
  }
}

/** Sorts the keys of a part in `room`, one buffer for all parts, so that no part leaves garbage. */
function repeats({ buffer, size }: Part, room: BigUint64Array): boolean {
  const keys = room.subarray(0, size)
  keys.set(new BigUint64Array(buffer, 0, size))
  const halves = new Uint32Array(keys.sort().buffer, 0, size * HALVES)
  for (let i = HALVES; i < halves.length; i += HALVES) {
    if (halves[i] === halves[i - 2] && halves[i + 1] === halves[i - 1]) return true
  }
  return false
}
