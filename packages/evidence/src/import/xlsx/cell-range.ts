import { broken } from './workbook.ts'

/** Rows count from 1, columns from 0; all ends are included. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
}

/** Column index of a cell reference: 0 for `A7`, 16,383 for `XFD1`. Throws UnreadableFile. */
export function columnOf(reference: string): number {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? []
  if (letters === undefined) throw broken()
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Reads a range such as `B3:C5`; null if it is none. */
export function cellRange(reference: string): CellRange | null {
  const [, from, to] = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(reference) ?? []
  if (from === undefined || to === undefined) return null
  return { firstRow: rowOf(from), lastRow: rowOf(to), firstColumn: columnOf(from) }
}

const rowOf = (reference: string): number => Number(reference.replace(/^[A-Z]+/, ''))
