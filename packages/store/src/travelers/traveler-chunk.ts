/**
 * Travelers on the way to another thread: a few large values, since each small one would be copied by itself. The cells are
 * texts without control characters, which the use case has taken out.
 */
export interface TravelerChunk {
  readonly rowNumbers: Uint32Array
  /** `CELLS` of each traveler: a new id, the texts, the flags, the address. */
  readonly cells: string
  /** `NONCE_BYTES` for each address. */
  readonly nonces: Uint8Array
  /** `HASH_BYTES` of each address: what it is looked up by. */
  readonly hashes: Uint8Array
}

const CELLS = 14
export const HASH_BYTES = 32
/** Stands between two cells. */
export const BETWEEN = '\u001f'

/**
 * The cells of each traveler in turn, in a list that is the same each time: split at once, those of all would be held until
 * the last is staged.
 */
export function* unpackCells(cells: string): Generator<readonly string[]> {
  const row = Array.from({ length: CELLS }, () => '')
  for (let at = 0; at <= cells.length; ) {
    for (let cell = 0; cell < CELLS; cell += 1) {
      const found = cells.indexOf(BETWEEN, at)
      const end = found === -1 ? cells.length : found
      row[cell] = cells.slice(at, end)
      at = end + 1
    }
    yield row
  }
}
