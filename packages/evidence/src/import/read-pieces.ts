import { createHash } from 'node:crypto'
import type { Field, RowOf } from './field.ts'
import type { ImportProfile } from './profile.ts'
import { readCsv } from './read-csv.ts'
import type { TableRow } from './read-table.ts'
import { UnreadableFile } from './read-text.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import { RowFaults, type TableFault } from './table-fault.ts'

export const MAX_BYTES = 256 * 1024 * 1024
export const MAX_ROWS = 1_000_000

/** A file as it is read: rows in the order of the file, then its end, or what is wrong with it; then nothing more. */
export type TablePiece<Cells> =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow<Cells>[] }
  | { readonly kind: 'fault'; readonly fault: TableFault }
  /** `digest` is the SHA-256 of the file's bytes, hexadecimal. */
  | { readonly kind: 'end'; readonly digest: string; readonly rowCount: number }

/**
 * Reads a file as the profile says, in pieces: memory holds one of them. From the first bad row on no more rows are given,
 * only counted. Rows that were given are not taken before `end`, for a fault may still come. Blank rows are passed over and
 * counted.
 */
export async function* readPieces<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): AsyncGenerator<TablePiece<RowOf<Fields>>> {
  const hash = createHash('sha256')
  const faults = new RowFaults()
  let rowCount = 0
  let read: RowReader | undefined
  try {
    for await (const records of readCsv(source, profile, MAX_BYTES, (bytes) => hash.update(bytes))) {
      const rows: TableRow<RowOf<Fields>>[] = []
      for (const { rowNumber, cells: record } of records) {
        if (!read) {
          const header = record.map((name) => name.trim())
          const reader = rowReader(header, fields, profile)
          if (!reader.ok) return yield { kind: 'fault', fault: reader.fault }
          read = reader.value
          continue
        }
        rowCount += 1
        const cells = read(record, rowNumber, (fault) => faults.add(fault))
        if (cells) rows.push({ rowNumber, cells: cells as RowOf<Fields> })
      }
      if (rowCount > MAX_ROWS)
        return yield { kind: 'fault', fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS } } }
      if (rows.length > 0 && faults.total === 0) yield { kind: 'rows', rows }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return yield { kind: 'fault', fault: error.fault }
    throw error
  }
  if (!read) yield { kind: 'fault', fault: { code: 'empty-file' } }
  else if (faults.total > 0) yield { kind: 'fault', fault: faults.fault() }
  else if (rowCount === 0) yield { kind: 'fault', fault: { code: 'no-rows' } }
  else yield { kind: 'end', digest: hash.digest('hex'), rowCount }
}
