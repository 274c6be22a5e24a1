/** 64 bits of each key, as two halves. */
const HALVES = 2
/** Keys lie apart by their first bits, so that what is sorted at once is small. */
const PART_BITS = 6
const KEYS_A_PAGE = 1 << 10

/** Pages of one part; the last may have room left. */
interface Part {
  readonly pages: Uint32Array[]
  size: number
}

/**
 * Whether any two of up to millions of keys could be the same, in eight bytes a key: no is certain, yes asks for a closer
 * look.
 */
export class KeySet {
  readonly #parts: readonly Part[] = Array.from({ length: 1 << PART_BITS }, () => ({ pages: [], size: 0 }))

  add(high: number, low: number): void {
    const part = this.#parts[high >>> (32 - PART_BITS)]
    if (!part) return
    const at = part.size % KEYS_A_PAGE
    if (at === 0) part.pages.push(new Uint32Array(KEYS_A_PAGE * HALVES))
    const page = part.pages.at(-1)
    if (!page) return
    page[at * HALVES] = high
    page[at * HALVES + 1] = low
    part.size += 1
  }

  /** Two rounds of FNV-1a from different beginnings. */
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
}

/** Sorts the keys of a part in `room`, which is the same for all: what each of them took would lie about. */
function repeats({ pages, size }: Part, room: BigUint64Array): boolean {
  const keys = room.subarray(0, size)
  for (const [i, page] of pages.entries())
    keys.set(new BigUint64Array(page.buffer).subarray(0, size - i * KEYS_A_PAGE), i * KEYS_A_PAGE)
  const halves = new Uint32Array(keys.sort().buffer, 0, size * HALVES)
  for (let i = HALVES; i < halves.length; i += HALVES) {
    if (halves[i] === halves[i - 2] && halves[i + 1] === halves[i - 1]) return true
  }
  return false
}
