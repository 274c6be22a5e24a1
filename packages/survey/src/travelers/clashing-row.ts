/** A row that repeats the customer number of an earlier row. */
export interface ClashingRow {
  readonly rowNumber: number
  /** The customer number. */
  readonly text: string
  /** The first row of the file with this number. */
  readonly otherRow: number
}

/** The first clashing rows in file order, up to the reporting limit, and their total. */
export interface ClashingRows {
  readonly rows: readonly ClashingRow[]
  readonly total: number
}
