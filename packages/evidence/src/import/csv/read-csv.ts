import { CsvError, parse } from 'csv-parse/sync'
import { unmarkText } from '../marked-text.ts'
import type { ImportProfile } from '../profile.ts'
import { readText, UnreadableFile } from '../read-text.ts'
import type { SourceRow } from '../source-row.ts'
import { csvCells, csvRecords, endOfRecords } from './csv-record.ts'

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
