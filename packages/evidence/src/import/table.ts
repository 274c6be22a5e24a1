export interface TableRow<Cells> {
  /** Row number as in a spreadsheet: the header is row 1. */
  readonly rowNumber: number
  readonly cells: Cells
}

export interface Table<Cells> {
  readonly rows: readonly TableRow<Cells>[]
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string
  readonly rowCount: number
  /** Code columns that the file stores as numbers, so that leading zeros are lost. */
  readonly numberColumns: readonly string[]
  /** Columns of optional fields that are missing from the file. */
  readonly absentColumns: readonly string[]
}
