import type { Cells, RegisterId, StoredRow } from '@wayproof/evidence'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import type { Value } from './register-columns.ts'
import { registerTables } from './register-tables.ts'
import { hasKey, orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'

const AT_ONCE = 1_000

/** From the last key on, not by counting rows: the last thousand costs what the first does. */
export function* allRows(database: SqliteDatabase, register: RegisterId): Generator<readonly Cells[]> {
  const { key } = registerTables[register]
  let last: readonly Value[] | null = null
  for (;;) {
    const rows = selectAfter(database, register, last, AT_ONCE)
    if (rows.length > 0) yield rows.map((row) => storedRow(register, row).cells)
    const end = rows.at(-1)
    if (!end || rows.length < AT_ONCE) return
    last = key.map((column) => end[column] ?? null)
  }
}

/** Rows after that of a key, in the order of the keys; null where the text is no key. */
export function rowsAfter(
  database: SqliteDatabase,
  register: RegisterId,
  key: string | null,
  limit: number,
): readonly StoredRow[] | null {
  const last = key === null ? null : hasKey(register, key)?.values
  if (last === undefined) return null
  return selectAfter(database, register, last, limit).map((row) => storedRow(register, row))
}

function selectAfter(
  database: SqliteDatabase,
  register: RegisterId,
  last: readonly Value[] | null,
  limit: number,
): readonly SelectedRow[] {
  const order = orderOf(register)
  const after = last ? `WHERE (${order}) > (${last.map(() => '?').join(', ')})` : ''
  return database
    .read<SelectedRow>(`${selectRow(register)} ${after} ORDER BY ${order} LIMIT ${limit}`)
    .all(...(last ?? []))
}
