import type { Field, RowOf } from './field.ts'
import type { ImportProfile } from './profile.ts'
import { readPieces, type TablePiece } from './read-pieces.ts'
import type { Table, TableRow } from './table.ts'
import type { TableFault } from './table-fault.ts'

/** Most rows of a file that is held in memory. */
export const MAX_ROWS_HELD = 500_000

/** A rejected file. `sound`: its valid rows, which are checked as well. */
export interface RefusedTable<Cells, F> {
  readonly ok: false
  readonly fault: F
  readonly sound?: readonly TableRow<Cells>[]
}

/** A table that was read completely, or the reason for its rejection. */
export type ReadTable<Cells, F> = { readonly ok: true; readonly value: Table<Cells> } | RefusedTable<Cells, F>

/** Reads a CSV or XLSX file by its profile: all rows, or none if one is bad. */
export function readTable<const Fields extends readonly Field[]>(
  source: AsyncIterable<Uint8Array>,
  fields: Fields,
  profile: ImportProfile,
): Promise<ReadTable<RowOf<Fields>, TableFault>> {
  return readAllRows(readPieces(source, fields, profile))
}

/** Joins chunks into a table. `F` is the type of further faults of the source. */
export async function readAllRows<Cells, F extends { readonly code: string }>(
  pieces: AsyncIterable<TablePiece<Cells> | { readonly kind: 'fault'; readonly fault: F }>,
): Promise<ReadTable<Cells, TableFault | F>> {
  const rows: TableRow<Cells>[] = []
  for await (const piece of pieces) {
    if (piece.kind === 'fault')
      return { ok: false, fault: piece.fault, ...(piece.fault.code === 'bad-rows' ? { sound: rows } : {}) }
    if (piece.kind === 'end') {
      const { kind: _, ...end } = piece
      return { ok: true, value: { rows, ...end } }
    }
    for (const row of piece.rows) rows.push(row)
    if (rows.length > MAX_ROWS_HELD)
      return { ok: false, fault: { code: 'too-many-rows', figures: { rows: MAX_ROWS_HELD } } }
  }
  throw new Error('a table ends with its end or a fault')
}
