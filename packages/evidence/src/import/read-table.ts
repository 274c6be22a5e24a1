import { createHash } from 'node:crypto'
import { type Outcome, ok } from '@wayproof/kernel'
import type { Field, RowOf } from './field.ts'
import type { ImportProfile } from './profile.ts'
import { readSource } from './read-source.ts'
import { UnreadableFile } from './read-text.ts'
import { columnsOf, type RowReader, rowReader } from './row-reader.ts'
import { RowFaults, type TableFault } from './table-fault.ts'

export const MAX_ROWS = 500_000

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
  /** Columns of codes in which the file has numbers: zeros in front of them are lost before it is read. */
  readonly numberColumns: readonly string[]
}

/**
 * Reads a file, CSV or XLSX, as the profile says: all rows are good, or none is taken. Empty lines are passed over and
 * counted. Streams: memory holds the rows kept and one piece of the file; of an XLSX file also its packed bytes and its texts.
 */
export async function readTable<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): Promise<Outcome<Table<RowOf<Fields>>, TableFault>> {
  const hash = createHash('sha256')
  const fits = (headings: readonly string[]) => rowReader(named(headings), fields, profile).ok
  const faults = new RowFaults()
  const rows: TableRow<RowOf<Fields>>[] = []
  const bare = new Set<string>()
  let filled = 0
  let header: readonly string[] = []
  let read: RowReader | undefined
  try {
    for await (const record of readSource(source, profile, fits, (bytes) => hash.update(bytes))) {
      if (!read) {
        header = named(record.cells)
        const reader = rowReader(header, fields, profile)
        if (!reader.ok) return reader
        read = reader.value
        continue
      }
      filled += 1
      if (filled > MAX_ROWS) return { ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS } } }
      for (const place of record.bare ?? []) bare.add(header[place] ?? '')
      const cells = read(record.cells, record.rowNumber, (fault) => faults.add(fault))
      if (cells && faults.total === 0) rows.push({ rowNumber: record.rowNumber, cells: cells as RowOf<Fields> })
      else rows.length = 0
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, fault: error.fault }
    throw error
  }
  if (!read) return { ok: false, fault: { code: 'empty-file' } }
  if (faults.total > 0) return { ok: false, fault: faults.fault() }
  if (filled === 0) return { ok: false, fault: { code: 'no-rows' } }
  const codes = fields.flatMap(({ name, code }) => (code ? columnsOf(name, profile) : []))
  const numberColumns = codes.filter((column) => bare.has(column))
  return ok({ rows, digest: hash.digest('hex'), rowCount: rows.length, numberColumns })
}

const named = (headings: readonly string[]): readonly string[] => headings.map((name) => name.trim())
