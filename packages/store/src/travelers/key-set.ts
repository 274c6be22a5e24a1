/** 64 bits of each key, as two halves. */
const HALVES = 2
const FIRST_ROOM = 1 << 12

/**
 * Whether any two of up to millions of keys could be the same, in eight bytes a key: no is certain, yes asks for a closer
 * look.
 */
export class KeySet {
  #halves = new Uint32Array(FIRST_ROOM * HALVES)
  #size = 0

  add(high: number, low: number): void {
    if (this.#size * HALVES === this.#halves.length) {
      const wider = new Uint32Array(this.#halves.length * 2)
      wider.set(this.#halves)
      this.#halves = wider
    }
    this.#halves[this.#size * HALVES] = high
    this.#halves[this.#size * HALVES + 1] = low
    this.#size += 1
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

  /** Sorts the keys, and may be called once all are in. */
  mayRepeat(): boolean {
    const keys = new BigUint64Array(this.#halves.buffer, 0, this.#size).sort()
    const halves = this.#halves
    for (let i = HALVES; i < keys.length * HALVES; i += HALVES) {
      if (halves[i] === halves[i - 2] && halves[i + 1] === halves[i - 1]) return true
    }
    return false
  }
}
