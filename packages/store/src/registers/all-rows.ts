import type { Cells, RegisterId } from '@wayproof/evidence'
import { registerTables, type Value } from '../evidence-tables.ts'
import type { Database } from '../sqlite/database.ts'
import { orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'

const AT_ONCE = 1_000

/** From the last key on, not by counting rows: the last thousand costs what the first does. */
export function* allRows(database: Database, register: RegisterId): Generator<readonly Cells[]> {
  const { key } = registerTables[register]
  const order = orderOf(register)
  let last: readonly Value[] | null = null
  for (;;) {
    const after: string = last ? `WHERE (${order}) > (${key.map(() => '?').join(', ')})` : ''
    const rows: SelectedRow[] = database
      .read<SelectedRow>(`${selectRow(register)} ${after} ORDER BY ${order} LIMIT ${AT_ONCE}`)
      .all(...(last ?? []))
    if (rows.length > 0) yield rows.map((row) => storedRow(register, row).cells)
    const end = rows.at(-1)
    if (!end || rows.length < AT_ONCE) return
    last = key.map((column) => end[column] ?? null)
  }
}
