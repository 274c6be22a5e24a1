import { DAY_FORMATS, type DayFormat, type Encoding, type ImportProfile } from '../import/profile.ts'
import { readDay } from '../import/read-cell.ts'

/** A column of a file as it was found, before anybody said what it is. */
export interface FileColumn {
  readonly heading: string
  /** Rows in which it holds something. */
  readonly filled: number
  /** The first different texts, cut at 100 characters. */
  readonly texts: readonly string[]
  /** Whether there are more than these. */
  readonly more: boolean
  /** The forms under which every filled cell is a day, with or without a time; of a workbook's own dates all of them. */
  readonly dayFormats: readonly DayFormat[]
}

/** What a file with unknown headings holds. */
export interface FileColumns {
  /** Encoding and delimiter decide nothing about a workbook. */
  readonly form: 'text' | 'workbook'
  readonly encoding: Encoding
  readonly delimiter: ImportProfile['delimiter']
  readonly columns: readonly FileColumn[]
  readonly rows: number
}

const TEXTS_TOLD = 30
const TEXT_KEPT = 100

/** Looks at a column cell by cell, in constant memory. */
export class ColumnLook {
  readonly #heading: string
  readonly #isWorkbook: boolean
  readonly #texts = new Set<string>()
  #formats: readonly DayFormat[] = DAY_FORMATS
  #filled = 0
  #more = false

  constructor(heading: string, isWorkbook: boolean) {
    this.#heading = heading
    this.#isWorkbook = isWorkbook
  }

  see(cell: string): void {
    const text = cell.trim()
    if (text === '') return
    this.#filled += 1
    if (this.#formats.length > 0) this.#narrow(text)
    if (this.#texts.size < TEXTS_TOLD) this.#texts.add(text.slice(0, TEXT_KEPT))
    else if (!this.#texts.has(text.slice(0, TEXT_KEPT))) this.#more = true
  }

  #narrow(text: string): void {
    const [day = ''] = text.split(/[T ]/)
    // A date cell of a workbook is written as the profile wants it.
    if (this.#isWorkbook && readDay(day, 'YYYY-MM-DD') !== null) return
    this.#formats = this.#formats.filter((format) => readDay(day, format) !== null)
  }

  told(): FileColumn {
    return {
      heading: this.#heading,
      filled: this.#filled,
      texts: [...this.#texts],
      more: this.#more,
      dayFormats: this.#filled === 0 ? [] : this.#formats,
    }
  }
}
