import { UnreadableFile } from '../read-text.ts'
import { cellRange } from './cell-range.ts'

/** Most ranges that a fault names. */
const MOST_RANGES = 5

/** Extent of the table in its sheet: rows count from 1. */
interface TableExtent {
  readonly headingRow: number
  /** The last row with a value. */
  readonly lastRow: number
  /** Number of columns. */
  readonly width: number
}

/** Collects the cells of a table that are merged over several of its rows below the headings: only the first has the value. */
export class MergedCells {
  readonly #ranges: string[] = []

  /** Notes a merged range, such as `B3:B5`, if it lies within the table. */
  note(reference: string, { headingRow, lastRow, width }: TableExtent): void {
    const range = cellRange(reference)
    if (range === null || this.#ranges.length === MOST_RANGES) return
    const isOverRows = range.firstRow > headingRow && Math.min(range.lastRow, lastRow) > range.firstRow
    if (isOverRows && range.firstColumn < width) this.#ranges.push(reference)
  }

  /** Throws UnreadableFile (`merged-cells`) if there are any. */
  refuse(): void {
    if (this.#ranges.length > 0) throw new UnreadableFile({ code: 'merged-cells', ranges: this.#ranges })
  }
}
