import { UnreadableFile } from '../read-text.ts'
import { isSingleCell, MOST_TITLE_ROWS } from '../skip-title.ts'
import type { SourceRow } from '../source-row.ts'
import { type CellForm, dayText, numberText } from './cell-text.ts'
import { ItemText, MAX_CELL, unescapeText } from './item-text.ts'
import { GENERAL } from './number-format.ts'
import { broken, type Workbook } from './workbook.ts'

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
class MergedCells {
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

const MAX_COLUMNS = 16_384

/**
 * Builds the non-empty rows from the elements of a sheet. The first row that has several cells or `fits` names the
 * columns; later rows are cut to as many cells. Throws UnreadableFile; `merged-cells` if cells of the table are merged
 * over several rows.
 */
export class RowBuilder {
  readonly #workbook: Workbook
  readonly #form: CellForm
  readonly #fits: (headings: readonly string[]) => boolean
  readonly #item = new ItemText()
  readonly #merged = new MergedCells()
  #done: SourceRow[] = []
  #width: number | null = null
  #headingRow = 0
  #rowCount = 0
  #lastRow = 0
  #rowNumber = 0
  #cells: string[] = []
  #bare: number[] = []
  #within = { data: false, row: false, cell: false, value: false, inline: false }
  #column = -1
  #type = ''
  #style = 0
  #value = ''

  constructor(workbook: Workbook, form: CellForm, fits: (headings: readonly string[]) => boolean) {
    this.#workbook = workbook
    this.#form = form
    this.#fits = fits
  }

  take(): readonly SourceRow[] {
    const sourceRows = this.#done
    this.#done = []
    return sourceRows
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const within = this.#within
    if (name === 'sheetData') within.data = true
    else if (name === 'mergeCell') this.#merged.note(attributes.ref ?? '', this.#extent())
    else if (!within.data) return
    else if (name === 'row') this.#openRow(attributes.r)
    else if (name === 'c' && within.row) this.#openCell(attributes)
    else if (name === 'v') within.value = within.cell
    else if (name === 'is') within.inline = within.cell
    else if (within.inline) this.#item.open(name)
  }

  readonly text = (text: string): void => {
    if (this.#within.value) this.#value += text
    else if (this.#within.inline) this.#item.add(text)
    if (this.#value.length > MAX_CELL) throw broken()
  }

  readonly close = (name: string): void => {
    const within = this.#within
    if (name === 'sheetData') within.data = false
    else if (name === 'mergeCells') this.#merged.refuse()
    else if (name === 'row' && within.row) this.#closeRow()
    else if (name === 'c' && within.cell) this.#closeCell()
    else if (name === 'v') within.value = false
    else if (name === 'is') {
      within.inline = false
      this.#value = this.#item.take()
    } else if (within.inline) this.#item.close(name)
  }

  #openRow(r: string | undefined): void {
    const rowNumber = r === undefined ? this.#rowNumber + 1 : Number(r)
    if (!Number.isSafeInteger(rowNumber) || rowNumber <= this.#rowNumber) throw broken()
    this.#rowNumber = rowNumber
    this.#within.row = true
    this.#column = -1
    this.#cells = []
    this.#bare = []
  }

  #closeRow(): void {
    this.#within.row = false
    const cells = this.#cells
    while (cells.at(-1)?.trim() === '') cells.pop()
    if (cells.length === 0) return
    if (this.#width === null) this.#headAt(cells)
    this.#lastRow = this.#rowNumber
    while (cells.length < (this.#width ?? 0)) cells.push('')
    this.#done.push({ rowNumber: this.#rowNumber, cells, ...(this.#bare.length > 0 && { bare: this.#bare }) })
  }

  /** Takes a row as the headings, unless it may be a title above them. */
  #headAt(cells: readonly string[]): void {
    this.#rowCount += 1
    const isTable = !isSingleCell(cells) || this.#fits(cells)
    if (isTable || this.#rowCount > MOST_TITLE_ROWS) this.#width = cells.length
    if (isTable || this.#rowCount === 1) this.#headingRow = this.#rowNumber
  }

  #extent() {
    return { headingRow: this.#headingRow, lastRow: this.#lastRow, width: this.#width ?? 1 }
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r)
    if (column <= this.#column || column >= MAX_COLUMNS) throw broken()
    this.#column = column
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    this.#within.cell = true
  }

  #closeCell(): void {
    this.#within.cell = false
    if (this.#value === '' || this.#column >= (this.#width ?? MAX_COLUMNS)) return
    const text = this.#cellText()
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells.push(text)
  }

  #cellText(): string {
    const { strings, formats, from1904 } = this.#workbook
    const value = this.#value
    switch (this.#type) {
      case 's': {
        const text = strings[Number(value)]
        if (text === undefined) throw broken()
        return text
      }
      case 'str':
        return unescapeText(value)
      case 'b':
        return (value === '1' ? this.#form.yesNo.yes[0] : this.#form.yesNo.no[0]) ?? value
      case 'n': {
        const format = formats[this.#style] ?? GENERAL
        if (format.shows === 'number' && format.digits === 0) this.#bare.push(this.#column)
        return numberText(value, format, this.#form, from1904)
      }
      case 'd':
        return dayText(value, this.#form)
      default:
        // An inline text or an error value (`#REF!`).
        return value
    }
  }
}

/** Rows count from 1, columns from 0; all ends are included. */
interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
}

/** Column index of a cell reference: 0 for `A7`, 16,383 for `XFD1`. Throws UnreadableFile. */
function columnOf(reference: string): number {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? []
  if (letters === undefined) throw broken()
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Reads a range such as `B3:C5`; null if it is none. */
function cellRange(reference: string): CellRange | null {
  const [, from, to] = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(reference) ?? []
  if (from === undefined || to === undefined) return null
  return { firstRow: rowOf(from), lastRow: rowOf(to), firstColumn: columnOf(from) }
}

const rowOf = (reference: string): number => Number(reference.replace(/^[A-Z]+/, ''))
