/** A row of a table as its source has it: every cell a text. */
export interface SourceRow {
  /** As a spreadsheet counts. */
  readonly rowNumber: number
  readonly cells: readonly string[]
  /** Places of cells that are bare numbers, which lost their leading zeros if they had any. */
  readonly bare?: readonly number[]
}
