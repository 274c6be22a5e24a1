import type { ClashingRow } from '@wayproof/survey'

/** A row that clashes, as the engine finds it: `text` is a number, or an address still sealed. */
export interface Clash {
  readonly rowNumber: number
  readonly code: ClashingRow['code']
  readonly text: string | Uint8Array
  readonly otherRow: number | null
}

/** The first in the order of the file, as many as are to be told, and how many there are. */
export interface SealedClashes {
  readonly rows: readonly Clash[]
  readonly total: number
}

export const NO_CLASHES: SealedClashes = { rows: [], total: 0 }

export const bothClashes = (a: SealedClashes, b: SealedClashes, told: number): SealedClashes => ({
  rows: [...a.rows, ...b.rows].sort((one, other) => one.rowNumber - other.rowNumber).slice(0, told),
  total: a.total + b.total,
})
