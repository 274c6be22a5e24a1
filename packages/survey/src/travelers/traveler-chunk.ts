/**
 * Travelers for another thread, as few large values, because each small one would be copied separately. Cells are texts
 * without control characters, which the use case has removed.
 */
export interface TravelerChunk {
  readonly rowNumbers: Uint32Array
  /** `OWN_CELLS` of each traveler: new id, customer number, day of the legal basis, address. */
  readonly cells: string
  /** The number of each traveler's traits, which this chunk or an earlier one contains. */
  readonly traits: Uint32Array
  /** The numbers of the traits in this chunk. */
  readonly traitNumbers: Uint32Array
  /** `TRAIT_CELLS` of each of them: the texts and the flags. */
  readonly traitCells: string
  /** `NONCE_BYTES` for each address. */
  readonly nonces: Uint8Array
}

export const OWN_CELLS = 4
export const TRAIT_CELLS = 10
/** Separates two cells. */
export const BETWEEN = '\u001f'

/**
 * Yields `count` cells at a time in a list that is reused: splitting the whole text at once would retain all cells
 * until the last is staged.
 */
export function* unpackCells(cells: string, count: number): Generator<readonly string[]> {
  const row = Array.from({ length: count }, () => '')
  for (let at = 0; at <= cells.length; ) {
    for (let cell = 0; cell < count; cell += 1) {
      const separatorAt = cells.indexOf(BETWEEN, at)
      const end = separatorAt === -1 ? cells.length : separatorAt
      row[cell] = cells.slice(at, end)
      at = end + 1
    }
    yield row
  }
}
