import { createHash } from 'node:crypto'
import { absentColumns } from './absent-columns.ts'
import type { Field, RowOf } from './field.ts'
import { columnsOf, type ImportProfile } from './profile.ts'
import { readSource } from './read-source.ts'
import { UnreadableFile } from './read-text.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import type { Table, TableRow } from './table.ts'
import { RowFaults, type TableFault } from './table-fault.ts'

export const MAX_ROWS = 1_000_000

/** One step of reading a file: rows in file order, then either the end or the file's fault. */
export type TablePiece<Cells> =
  | {
      readonly kind: 'rows'
      readonly rows: readonly TableRow<Cells>[]
      /** Valid cells of rejected rows, so that later checks can report further faults. */
      readonly leftOut?: readonly TableRow<Partial<Cells>>[]
    }
  | { readonly kind: 'fault'; readonly fault: TableFault }
  | ({ readonly kind: 'end' } & Omit<Table<Cells>, 'rows'>)

/**
 * Reads a CSV or XLSX file by its profile in chunks. Memory holds one chunk and, for XLSX, the packed bytes and shared
 * texts. Valid rows are yielded even beside bad ones, so that later checks report their faults, but the caller must
 * store nothing before `end`: a fault may still follow. Blank rows are skipped but counted in row numbers.
 */
export async function* readPieces<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): AsyncGenerator<TablePiece<RowOf<Fields>>> {
  const hash = createHash('sha256')
  const fits = (headings: readonly string[]) => rowReader(named(headings), fields, profile).ok
  const faults = new RowFaults()
  const bare = new Set<string>()
  let header: readonly string[] = []
  let rowCount = 0
  let read: RowReader | undefined
  try {
    for await (const records of readSource(source, profile, fits, (bytes) => hash.update(bytes))) {
      const rows: TableRow<RowOf<Fields>>[] = []
      const leftOut: TableRow<Partial<RowOf<Fields>>>[] = []
      for (const { rowNumber, cells: record, bare: places } of records) {
        if (!read) {
          header = named(record)
          const reader = rowReader(header, fields, profile)
          if (!reader.ok) return yield { kind: 'fault', fault: reader.fault }
          read = reader.value
          continue
        }
        rowCount += 1
        if (places) for (const place of places) bare.add(header[place] ?? '')
        const cells = read(
          record,
          rowNumber,
          (fault) => faults.add(fault),
          (sound) => leftOut.push({ rowNumber, cells: sound as Partial<RowOf<Fields>> }),
        )
        if (cells) rows.push({ rowNumber, cells: cells as RowOf<Fields> })
      }
      if (rowCount > MAX_ROWS)
        return yield { kind: 'fault', fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS } } }
      if (rows.length > 0 || leftOut.length > 0) yield { kind: 'rows', rows, ...(leftOut.length > 0 && { leftOut }) }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return yield { kind: 'fault', fault: error.fault }
    throw error
  }
  if (!read) yield { kind: 'fault', fault: { code: 'empty-file' } }
  else if (faults.total > 0) yield { kind: 'fault', fault: faults.fault() }
  else if (rowCount === 0) yield { kind: 'fault', fault: { code: 'no-rows' } }
  else {
    const codes = fields.flatMap(({ name, code }) => (code ? columnsOf(name, profile) : []))
    const numberColumns = codes.filter((column) => bare.has(column))
    const absent = absentColumns(header, fields, profile)
    yield { kind: 'end', digest: hash.digest('hex'), rowCount, numberColumns, absentColumns: absent }
  }
}

const named = (headings: readonly string[]): readonly string[] => headings.map((name) => name.trim())
