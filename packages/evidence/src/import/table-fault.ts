import type { Fault } from '@wayproof/kernel/outcome'

export type RowFaultCode =
  | 'too-many-cells'
  | 'too-few-cells'
  | 'header-repeated'
  | 'required'
  | 'too-long'
  | 'bad-day'
  | 'outside-span'
  | 'bad-month'
  | 'bad-instant'
  | 'bad-number'
  | 'bad-value'
  | 'not-email'
  | 'bad-character'
  | 'formula-error'
  | 'duplicate'
  | 'out-of-order'
  | 'outside-quarter'
  | 'in-future'
  | 'time-in-future'
  | 'too-far-ahead'
  | 'before-founding'
  | 'partner-offboarded'
  | 'overlapping'
  | 'reason-wanted'
  | 'reason-for-delay'
  | 'unknown-incident'
  | 'step-missing'
  | 'unknown-examination'
  | 'unknown-partner'
  | 'unknown-surface'
  | 'unknown-version'
  | 'unknown-country'
  | 'user-in-address'
  | 'private-address'

/** A fault of one row. Rows are numbered as in a spreadsheet: the header is row 1. */
export interface RowFault {
  readonly rowNumber: number
  /** Column name in the file; null if the fault concerns the whole row. */
  readonly column: string | null
  readonly code: RowFaultCode
  /** The first 40 characters of the rejected text. */
  readonly text: string
  /** The expected format, limit or values, language-neutral. */
  readonly expected: string
  /** The row that this one duplicates or contradicts. */
  readonly otherRow?: number
}

/** An unused heading and the missing column that it resembles. */
export interface MisspeltColumn {
  readonly heading: string
  readonly meant: string
}

export type FileFault =
  | { readonly code: 'empty-file' | 'no-rows' | 'binary' | 'old-excel' | 'xlsb' | 'ods' | 'encrypted' | 'bad-xlsx' }
  /** Every attempt to check the rows met a change of the registers. */
  | { readonly code: 'registers-changed' }
  | { readonly code: 'not-csv' | 'not-json'; readonly figures: { readonly row: number } }
  | { readonly code: 'bad-encoding'; readonly figures: { readonly expected: string; readonly found: string } }
  | { readonly code: 'several-sheets'; readonly sheets: readonly string[] }
  /** Each range such as `B3:B5`. */
  | { readonly code: 'merged-cells'; readonly ranges: readonly string[] }
  | { readonly code: 'too-large' | 'unpacks-too-large'; readonly figures: { readonly megabytes: number } }
  | { readonly code: 'too-many-rows'; readonly figures: { readonly rows: number } }
  | { readonly code: 'too-many-columns'; readonly figures: { readonly columns: number } }
  | { readonly code: 'column-misspelt'; readonly misspelt: readonly MisspeltColumn[] }
  | { readonly code: 'column-missing' | 'column-twice' | 'column-unknown'; readonly columns: readonly string[] }

/** Reason for rejecting a file: the file as a whole, or its rows (the first 100 faults and their total). */
export type TableFault = (FileFault | BadRows) & Fault

export interface BadRows {
  readonly code: 'bad-rows'
  readonly rows: readonly RowFault[]
  readonly total: number
}

const MOST_FAULTS = 100
export const LONGEST_TEXT = 40

/** Collects row faults in constant memory: the first of them (100 by default) and the total. */
export class RowFaults {
  readonly #rows: RowFault[] = []
  readonly #most: number
  #total = 0

  constructor(most = MOST_FAULTS) {
    this.#most = most
  }

  /** Adds a fault; a repeated fault of one cell counts once. */
  add(fault: RowFault): void {
    const before = this.#rows.at(-1)
    if (before && saysTheSame(before, fault)) return
    this.#total += 1
    if (this.#rows.length < this.#most) this.#rows.push({ ...fault, text: fault.text.slice(0, LONGEST_TEXT) })
  }

  get total(): number {
    return this.#total
  }

  fault(): BadRows {
    return { code: 'bad-rows', rows: this.#rows, total: this.#total }
  }
}

/** Merges the faults of unreadable rows with the others, in file order. */
export function withUnread(unread: BadRows, others: Omit<BadRows, 'code'>, most = MOST_FAULTS): BadRows {
  const rows = [...unread.rows, ...others.rows].sort((row, rowFault) => row.rowNumber - rowFault.rowNumber)
  return { code: 'bad-rows', rows: rows.slice(0, most), total: unread.total + others.total }
}

const saysTheSame = (rowFault: RowFault, other: RowFault): boolean =>
  rowFault.rowNumber === other.rowNumber &&
  rowFault.column !== null &&
  rowFault.column === other.column &&
  rowFault.code === other.code &&
  rowFault.text === other.text.slice(0, LONGEST_TEXT)
