/**
 * Travelers on the way to another thread: a few large values, since each small one would be copied by itself. The cells are
 * texts without control characters, which the use case has taken out.
 */
export interface TravelerChunk {
  readonly rowNumbers: Uint32Array
  /** `OWN_CELLS` of each traveler: a new id, the customer number, the day of the basis, the address. */
  readonly cells: string
  /** The number of each traveler's traits: those of this chunk or of an earlier one. */
  readonly traits: Uint32Array
  /** The number of each of the traits that come with this chunk. */
  readonly traitNumbers: Uint32Array
  /** `TRAIT_CELLS` of each of them: the texts, the flags. */
  readonly traitCells: string
  /** `NONCE_BYTES` for each address. */
  readonly nonces: Uint8Array
}

export const OWN_CELLS = 4
export const TRAIT_CELLS = 10
/** Stands between two cells. */
export const BETWEEN = '\u001f'

/**
 * `count` cells of each in turn, in a list that is the same each time: split at once, those of all would be held until the
 * last is staged.
 */
export function* unpackCells(cells: string, count: number): Generator<readonly string[]> {
  const row = Array.from({ length: count }, () => '')
  for (let at = 0; at <= cells.length; ) {
    for (let cell = 0; cell < count; cell += 1) {
      const found = cells.indexOf(BETWEEN, at)
      const end = found === -1 ? cells.length : found
      row[cell] = cells.slice(at, end)
      at = end + 1
    }
    yield row
  }
}
