import type { Fault } from '@wayproof/kernel'

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

/** What is wrong with one row. Rows are counted as a spreadsheet does: the header is row 1. */
export interface RowFault {
  readonly rowNumber: number
  /** The column as the file calls it; null when the whole row is meant. */
  readonly column: string | null
  readonly code: RowFaultCode
  /** The first 40 characters of what was found. */
  readonly text: string
  /** What would do, in no language: a format, a limit, the values allowed. */
  readonly expected: string
  /** The row it repeats or contradicts. */
  readonly otherRow?: number
}

/** A heading that no field uses and the absent column that it seems to be. */
export interface MisspeltColumn {
  readonly heading: string
  readonly meant: string
}

export type FileFault =
  | { readonly code: 'empty-file' | 'no-rows' | 'binary' | 'old-excel' | 'xlsb' | 'ods' | 'encrypted' | 'bad-xlsx' }
  /** While they were checked, again and again. */
  | { readonly code: 'registers-changed' }
  | { readonly code: 'not-csv' | 'not-json'; readonly figures: { readonly row: number } }
  | { readonly code: 'bad-encoding'; readonly figures: { readonly expected: string; readonly found: string } }
  | { readonly code: 'several-sheets'; readonly sheets: readonly string[] }
  | { readonly code: 'too-large' | 'unpacks-too-large'; readonly figures: { readonly megabytes: number } }
  | { readonly code: 'too-many-rows'; readonly figures: { readonly rows: number } }
  | { readonly code: 'too-many-columns'; readonly figures: { readonly columns: number } }
  | { readonly code: 'column-misspelt'; readonly misspelt: readonly MisspeltColumn[] }
  | { readonly code: 'column-missing' | 'column-twice' | 'column-unknown'; readonly columns: readonly string[] }

/** Why a file is not taken: the file as a whole, or rows of it (the first 100 are told, and how many there are). */
export type TableFault = (FileFault | BadRows) & Fault

export interface BadRows {
  readonly code: 'bad-rows'
  readonly rows: readonly RowFault[]
  readonly total: number
}

const FAULTS_KEPT = 100
const TEXT_KEPT = 40

/** Collects row faults in constant memory: the first of them, a hundred unless said. */
export class RowFaults {
  readonly #kept: RowFault[] = []
  readonly #most: number
  #total = 0

  constructor(most = FAULTS_KEPT) {
    this.#most = most
  }

  /** One cell that says two things of a row is told once. */
  add(fault: RowFault): void {
    const before = this.#kept.at(-1)
    if (before && saysTheSame(before, fault)) return
    this.#total += 1
    if (this.#kept.length < this.#most) this.#kept.push({ ...fault, text: fault.text.slice(0, TEXT_KEPT) })
  }

  get total(): number {
    return this.#total
  }

  fault(): BadRows {
    return { code: 'bad-rows', rows: this.#kept, total: this.#total }
  }
}

/** The faults of rows that could not be read and those of the others, in the order of the file. */
export function withUnread(unread: BadRows, others: Omit<BadRows, 'code'>, most = FAULTS_KEPT): BadRows {
  const rows = [...unread.rows, ...others.rows].sort((one, other) => one.rowNumber - other.rowNumber)
  return { code: 'bad-rows', rows: rows.slice(0, most), total: unread.total + others.total }
}

const saysTheSame = (one: RowFault, other: RowFault): boolean =>
  one.rowNumber === other.rowNumber &&
  one.column !== null &&
  one.column === other.column &&
  one.code === other.code &&
  one.text === other.text.slice(0, TEXT_KEPT)
