import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { type Outcome, ok } from '@wayproof/kernel'
import { CsvError, parse } from 'csv-parse'
import type { Field, RowOf } from './field.ts'
import type { ImportProfile } from './profile.ts'
import { readText, UnreadableFile } from './read-text.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import { RowFaults, type TableFault } from './table-fault.ts'

export const MAX_BYTES = 256 * 1024 * 1024
export const MAX_ROWS = 500_000
/** Characters of one row: a quote that is never closed is found here, not at the end of the file. */
const MAX_RECORD = 1_000_000

export interface TableRow<Cells> {
  /** As a spreadsheet counts: the header is row 1. */
  readonly rowNumber: number
  readonly cells: Cells
}

export interface Table<Cells> {
  readonly rows: readonly TableRow<Cells>[]
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string
  readonly rowCount: number
}

/**
 * Reads a CSV file (RFC 4180; any of the three line ends) as the profile says: all rows are good, or none is taken.
 * Empty lines are passed over and counted. Streams: memory holds the rows kept and one piece of the file.
 */
export async function readTable<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): Promise<Outcome<Table<RowOf<Fields>>, TableFault>> {
  const hash = createHash('sha256')
  const text = readText(source, profile.encoding, MAX_BYTES, (bytes) => hash.update(bytes))
  const records = parse({
    delimiter: profile.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAX_RECORD,
  })
  pipeline(Readable.from(text), records, () => {
    // The loop below sees the error of either end.
  })
  const faults = new RowFaults()
  const rows: TableRow<RowOf<Fields>>[] = []
  let rowNumber = 0
  let filled = 0
  let read: RowReader | undefined
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      rowNumber += 1
      if (record.every((cell) => cell.trim() === '')) continue
      if (!read) {
        const reader = rowReader(
          record.map((name) => name.trim()),
          fields,
          profile,
        )
        if (!reader.ok) return reader
        read = reader.value
        continue
      }
      filled += 1
      if (filled > MAX_ROWS) return { ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS } } }
      const cells = read(record, rowNumber, (fault) => faults.add(fault))
      if (cells && faults.total === 0) rows.push({ rowNumber, cells: cells as RowOf<Fields> })
      else rows.length = 0
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, fault: error.fault }
    if (error instanceof CsvError)
      return { ok: false, fault: { code: 'not-csv', figures: { row: records.info.records + 1 } } }
    throw error
  }
  if (!read) return { ok: false, fault: { code: 'empty-file' } }
  if (faults.total > 0) return { ok: false, fault: faults.fault() }
  if (filled === 0) return { ok: false, fault: { code: 'no-rows' } }
  return ok({ rows, digest: hash.digest('hex'), rowCount: rows.length })
}
