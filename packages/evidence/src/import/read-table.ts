import type { Field, RowOf } from './field.ts'
import type { ImportProfile } from './profile.ts'
import { readPieces, type TablePiece } from './read-pieces.ts'
import type { TableFault } from './table-fault.ts'

/** A file whose rows are all held in memory has fewer. */
export const MAX_ROWS_HELD = 500_000

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
  /** Columns of optional fields that the file does not have. */
  readonly absentColumns: readonly string[]
}

/** A file that is not taken. `sound`: where rows are bad, the others, so that they are checked all the same. */
export interface RefusedTable<Cells, F> {
  readonly ok: false
  readonly fault: F
  readonly sound?: readonly TableRow<Cells>[]
}

/** A table that was read whole, or why it is not taken. */
export type ReadTable<Cells, F> = { readonly ok: true; readonly value: Table<Cells> } | RefusedTable<Cells, F>

/** Reads a file, CSV or XLSX, as the profile says: all rows are good, or none is taken. */
export function readTable<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): Promise<ReadTable<RowOf<Fields>, TableFault>> {
  return readWhole(readPieces(source, fields, profile))
}

/** The table that pieces make together. `F` is what else may be wrong with whoever gives them. */
export async function readWhole<Cells, F extends { readonly code: string }>(
  pieces: AsyncIterable<TablePiece<Cells> | { readonly kind: 'fault'; readonly fault: F }>,
): Promise<ReadTable<Cells, TableFault | F>> {
  const rows: TableRow<Cells>[] = []
  for await (const piece of pieces) {
    if (piece.kind === 'fault')
      return { ok: false, fault: piece.fault, ...(piece.fault.code === 'bad-rows' ? { sound: rows } : {}) }
    if (piece.kind === 'end') {
      const { kind: _, ...told } = piece
      return { ok: true, value: { rows, ...told } }
    }
    for (const row of piece.rows) rows.push(row)
    if (rows.length > MAX_ROWS_HELD)
      return { ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS_HELD } } }
  }
  throw new Error('a table ends with its end or a fault')
}
