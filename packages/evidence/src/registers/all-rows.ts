import type { ReadQuery } from '@wayproof/database/query/query'
import type { RegisterId } from '../register.ts'
import type { Cells, RowQuery, StoredRow } from '../rows/ports.ts'
import { keyColumns, parametersOf } from './record-sql.ts'
import type { Value } from './register-columns.ts'
import { registerTables } from './register-tables.ts'
import { keyValues, matches, orderOf, type SelectedRow, selectRow, storedRow } from './row-query.ts'

type Asked = Pick<RowQuery, 'find' | 'filters'>

const EVERY_ROW: Asked = { find: '', filters: [] }

const AT_ONCE = 1_000

/** Each page continues after the last key instead of an offset: the last 1,000 rows cost as much as the first. */
export async function* allRows(
  query: ReadQuery,
  register: RegisterId,
  rowQuery: Asked = EVERY_ROW,
): AsyncGenerator<readonly Cells[]> {
  const { key } = registerTables[register]
  let last: readonly Value[] | null = null
  for (;;) {
    const rows = await selectAfter(query, register, rowQuery, last, AT_ONCE)
    if (rows.length > 0) yield rows.map((row) => storedRow(register, row).cells)
    const end = rows.at(-1)
    if (!end || rows.length < AT_ONCE) return
    last = key.map((column) => end[column] ?? null)
  }
}

/** Rows after a key, in the order of the keys; null if the text is not a key. */
export async function rowsAfter(
  query: ReadQuery,
  register: RegisterId,
  key: string | null,
  limit: number,
): Promise<readonly StoredRow[] | null> {
  const last = key === null ? null : keyValues(register, key)
  if (key !== null && !last) return null
  return (await selectAfter(query, register, EVERY_ROW, last, limit)).map((row) => storedRow(register, row))
}

function selectAfter(
  query: ReadQuery,
  register: RegisterId,
  rowQuery: Asked,
  last: readonly Value[] | null,
  limit: number,
): Promise<readonly SelectedRow[]> {
  const order = orderOf(register)
  const { list, values } = parametersOf('last', keyColumns(registerTables[register]), last ?? [])
  const where = matches(register, rowQuery)
  const after = last ? `AND (${order}) > (${list.join(', ')})` : ''
  return query.all<SelectedRow>(
    (dialect) => `${selectRow(dialect, register)} WHERE ${where.sql(dialect)} ${after} ORDER BY ${order} LIMIT @limit`,
    { ...where.values, ...(last ? values : {}), limit },
  )
}
