import type { ClashingRow } from '@wayproof/survey'

/** A row that clashes, as the engine finds it: `text` is a number, or an address still sealed. */
export interface Clash {
  readonly rowNumber: number
  readonly code: ClashingRow['code']
  readonly text: string | Uint8Array
  readonly otherRow: number | null
}

/** The first in the order of the file, and how many there are. */
export interface SealedClashes {
  readonly rows: readonly Clash[]
  readonly total: number
}

const CLASHES_TOLD = 100

export const sealedClashes = (all: readonly Clash[]): SealedClashes => ({
  rows: all.toSorted((a, b) => a.rowNumber - b.rowNumber).slice(0, CLASHES_TOLD),
  total: all.length,
})
