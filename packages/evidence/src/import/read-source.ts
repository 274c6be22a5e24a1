import { CsvError, parse } from 'csv-parse/sync'
import { unmarkText } from './marked-text.ts'
import type { ImportProfile } from './profile.ts'
import { readText, startsWith, UnreadableFile } from './read-text.ts'
import { skipTitle } from './skip-title.ts'
import type { SourceRow } from './source-row.ts'

export const MAX_BYTES = 256 * 1024 * 1024

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** XLSX is a ZIP archive, recognized by its first four bytes. */
export const isWorkbook = (head: Uint8Array): boolean => startsWith(head, ZIP)

/** Microsoft's compound file: Excel before 2007, and every encrypted workbook. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Yields the non-empty rows of a CSV or XLSX file from its headings on, one chunk at a time. The bytes decide the format.
 * `fits` checks a row for the required headings; `onBytes` receives every byte in order. Throws UnreadableFile.
 */
export const readSource = (
  source: AsyncIterable<Uint8Array>,
  profile: ImportProfile,
  fits: (headings: readonly string[]) => boolean,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly SourceRow[]> => skipTitle(readRows(source, profile, fits, onBytes), fits)

async function* readRows(
  source: AsyncIterable<Uint8Array>,
  profile: ImportProfile,
  fits: (headings: readonly string[]) => boolean,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly SourceRow[]> {
  const [head, all] = await peek(source)
  if (isWorkbook(head)) {
    // Loaded on demand, so that processes without workbooks start faster.
    const { readWorkbookRows } = await import('./xlsx/read-workbook-rows.ts')
    yield* readWorkbookRows(await whole(all, onBytes), profile, fits)
  } else if (startsWith(head, COMPOUND)) {
    const encrypted = (await whole(all, onBytes)).includes(ENCRYPTED)
    throw new UnreadableFile({ code: encrypted ? 'encrypted' : 'old-excel' })
  } else yield* readCsv(all, profile, MAX_BYTES, onBytes)
}

/** Reads the first four bytes and returns them with the complete stream. */
async function peek(source: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncGenerator<Uint8Array>]> {
  const rest = source[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < 4) {
    const next = await rest.next()
    if (next.done) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  async function* all() {
    if (head.length > 0) yield head
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return [head, all()]
}

async function whole(source: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > MAX_BYTES) throw new UnreadableFile({ code: 'too-large', figures: { megabytes: MAX_BYTES / (1 << 20) } })
    onBytes(piece)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Most characters of one row, so that an unclosed quote is found before the end of the file. */
const MAX_RECORD = 1_000_000
/** Characters to collect before searching for a record end again, so that a slow sender costs no more. */
const LOOK_AFTER = 1 << 13

/**
 * Yields the non-empty rows of a CSV file (RFC 4180; any of the three line ends), one chunk at a time. `onBytes` receives
 * every byte in order. Throws UnreadableFile: `not-csv`, and those of `readText`.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: ImportProfile,
  maxBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly SourceRow[]> {
  let rest = ''
  let looked = 0
  let rowNumber = 0
  const take = (text: string): SourceRow[] => {
    const records = recordsOf(text, delimiter, rowNumber)
    const first = rowNumber + 1
    rowNumber += records.length
    return records.flatMap((cells, i) => (isFilled(cells) ? [{ rowNumber: first + i, cells }] : []))
  }
  for await (const piece of readText(source, encoding, maxBytes, onBytes)) {
    const text = rest + piece
    const end = text.length - looked < LOOK_AFTER ? 0 : endOfRecords(text)
    if (text.length - looked >= LOOK_AFTER) looked = text.length - end
    rest = text.slice(end)
    if (end > 0) yield take(text.slice(0, end))
    if (rest.length > MAX_RECORD) throw notCsv(rowNumber + 1)
  }
  if (rest !== '') yield take(rest)
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '')

/** Parses the records of a text. The library decides on records that the fast path does not accept. */
function recordsOf(text: string, delimiter: string, before: number): readonly (readonly string[])[] {
  const records: (readonly string[])[] = []
  for (const record of text.includes('"') ? csvRecords(text) : lines(text)) {
    const cells = record.length > MAX_RECORD ? null : csvCells(record, delimiter)
    if (cells === null) return parsed(text, delimiter, before)
    // Our own exports mark texts that a spreadsheet could take for a formula.
    records.push(record.includes("'") ? cells.map(unmarkText) : cells)
  }
  return records
}

/** Splits a text without quotes into lines. */
function lines(text: string): string[] {
  const lineTexts = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  if (lineTexts.at(-1) === '') lineTexts.pop()
  return lineTexts
}

function parsed(text: string, delimiter: string, before: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_RECORD,
    })
  } catch (error) {
    if (error instanceof CsvError) throw notCsv(before + Number(error.records) + 1)
    throw error
  }
}

const notCsv = (row: number): UnreadableFile => new UnreadableFile({ code: 'not-csv', figures: { row } })

/** Parses one CSV record (RFC 4180) without its line end. Returns null if it is malformed. */
export function csvCells(record: string, delimiter: string): readonly string[] | null {
  if (!record.includes('"')) return record.split(delimiter)
  const cells: string[] = []
  for (let index = 0; ; ) {
    const isQuoted = record.charCodeAt(index) === QUOTE
    const end = isQuoted ? closingQuote(record, index + 1) + 1 : nextOrEnd(record, delimiter, index)
    const text = isQuoted ? record.slice(index + 1, end - 1).replaceAll('""', '"') : record.slice(index, end)
    if (end === 0 || (!isQuoted && text.includes('"'))) return null
    cells.push(text)
    if (end === record.length) return cells
    if (record[end] !== delimiter) return null
    index = end + 1
  }
}

const QUOTE = 34

/** Index of the quote that closes the quoted text starting at `from`, or -1. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from)
  while (at !== -1 && record.charCodeAt(at + 1) === QUOTE) at = record.indexOf('"', at + 2)
  return at
}

function nextOrEnd(record: string, delimiter: string, from: number): number {
  const at = record.indexOf(delimiter, from)
  return at === -1 ? record.length : at
}

/**
 * Index after the line end of the last complete record, or 0 if there is none. A trailing `\r` may be half of a line
 * end, so it counts as incomplete.
 */
export function endOfRecords(text: string): number {
  let end = 0
  for (let index = 0; index !== -1; ) {
    const opened = text.indexOf('"', index)
    // The slice avoids scanning the earlier text again.
    const unquoted = text.slice(index, opened === -1 ? text.length : opened)
    const newline = unquoted.lastIndexOf('\n')
    const sure = index + unquoted.length === text.length ? unquoted.slice(0, -1) : unquoted
    const last = newline === -1 ? sure.lastIndexOf('\r') : newline
    if (last !== -1) end = index + last + 1
    if (opened === -1) return end
    index = text.indexOf('"', opened + 1)
    if (index !== -1) index += 1
  }
  return end
}

/** Splits a text into records without their line ends. A line end between quotes does not end a record. */
export function* csvRecords(text: string): Generator<string> {
  const lines = text.includes('\r') ? text.split(/(?<=\r\n|\n|\r(?!\n))/) : text.split(/(?<=\n)/)
  let record: string[] = []
  let open = false
  for (const line of lines) {
    record.push(line)
    if (hasOddQuotes(line)) open = !open
    if (open) continue
    yield record.join('').replace(/\r\n$|[\r\n]$/, '')
    record = []
  }
  if (record.length > 0) yield record.join('')
}

function hasOddQuotes(text: string): boolean {
  let odd = false
  for (let index = text.indexOf('"'); index !== -1; index = text.indexOf('"', index + 1)) odd = !odd
  return odd
}
