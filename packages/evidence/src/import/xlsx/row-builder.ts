import { isSingleCell, MOST_TITLE_ROWS } from '../skip-title.ts'
import type { SourceRow } from '../source-row.ts'
import { columnOf } from './cell-range.ts'
import { type CellForm, dayText, numberText } from './cell-text.ts'
import { ItemText, MAX_CELL, unescapeText } from './item-text.ts'
import { MergedCells } from './merged-cells.ts'
import { GENERAL } from './number-format.ts'
import { broken, type Workbook } from './workbook.ts'

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
