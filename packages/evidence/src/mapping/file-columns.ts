import { DAY_FORMATS, type DayFormat, type Encoding, type ImportProfile } from '../import/profile.ts'
import { readDay } from '../import/read-cell.ts'

/** A column as found in the file, before anyone has mapped it. */
export interface FileColumn {
  readonly heading: string
  /** Number of rows with a value. */
  readonly filled: number
  /** The first distinct texts, each cut at 100 characters. */
  readonly texts: readonly string[]
  /** True if there are more distinct texts. */
  readonly more: boolean
  /**
   * Date formats in which every filled cell is a day, with or without a time; all formats for a workbook's date cells.
   */
  readonly dayFormats: readonly DayFormat[]
}

/** The columns of a file with unknown headings. */
export interface FileColumns {
  /** A workbook needs no encoding and no delimiter. */
  readonly form: 'text' | 'workbook'
  readonly encoding: Encoding
  readonly delimiter: ImportProfile['delimiter']
  readonly columns: readonly FileColumn[]
  readonly rows: number
}

const MOST_TEXTS = 30
const LONGEST_TEXT = 100

/** Examines a column cell by cell in constant memory. */
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
    if (this.#texts.size < MOST_TEXTS) this.#texts.add(text.slice(0, LONGEST_TEXT))
    else if (!this.#texts.has(text.slice(0, LONGEST_TEXT))) this.#more = true
  }

  #narrow(text: string): void {
    const [day = ''] = text.split(/[T ]/)
    // A workbook's date cells are written in whatever format the profile asks for.
    if (this.#isWorkbook && readDay(day, 'YYYY-MM-DD') !== null) return
    this.#formats = this.#formats.filter((format) => readDay(day, format) !== null)
  }

  column(): FileColumn {
    return {
      heading: this.#heading,
      filled: this.#filled,
      texts: [...this.#texts],
      more: this.#more,
      dayFormats: this.#filled === 0 ? [] : this.#formats,
    }
  }
}
