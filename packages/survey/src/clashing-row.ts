/** A row that another one, or the register, contradicts. */
export interface ClashingRow {
  readonly rowNumber: number
  readonly code: 'customer-twice' | 'address-twice' | 'address-taken'
  /** The number or address that it shares. */
  readonly text: string
  /** The first row of the file that has it. */
  readonly otherRow?: number
}

/** The first in the order of the file, as many as are to be told, and how many there are. */
export interface ClashingRows {
  readonly rows: readonly ClashingRow[]
  readonly total: number
}
