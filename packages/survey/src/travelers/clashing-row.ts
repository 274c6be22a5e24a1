/** A row whose customer number an earlier one has. */
export interface ClashingRow {
  readonly rowNumber: number
  /** The number. */
  readonly text: string
  /** The first row of the file that has it. */
  readonly otherRow: number
}

/** The first in the order of the file, as many as are to be told, and how many there are. */
export interface ClashingRows {
  readonly rows: readonly ClashingRow[]
  readonly total: number
}
