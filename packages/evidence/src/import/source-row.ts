/** A row of a table as its source has it; all cells are texts. */
export interface SourceRow {
  /** Row number as in a spreadsheet. */
  readonly rowNumber: number
  readonly cells: readonly string[]
  /** Indexes of cells stored as numbers, which have lost any leading zeros. */
  readonly bare?: readonly number[]
}
