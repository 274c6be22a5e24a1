import type { RegisterId, RowQuery, StoredRow } from '@wayproof/evidence'
import { userName } from '../accounts/user-name.ts'
import { keySql } from './record-sql.ts'
import type { Value } from './register-columns.ts'
import { cellOf, columnsOf, valueOfCell } from './register-columns.ts'
import { registerTables } from './register-tables.ts'

/** Kinds of fields whose column reads as the screen shows them. */
const SEARCHED = new Set(['text', 'day', 'month', 'partial-date', 'list'])

export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** The condition that a record `t` has this key; null where the text is no key of the register. */
export function hasKey(register: RegisterId, key: string): Condition | null {
  const { key: columns } = registerTables[register]
  const parts = readKey(key)
  if (parts?.length !== columns.length) return null
  return { sql: columns.map((column) => `t."${column}" = ?`).join(' AND '), values: parts }
}

function readKey(key: string): readonly string[] | null {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}

/** The condition of a query on records `t`. A field that the register lacks matches nothing. */
export function matches(register: RegisterId, { find, only }: Pick<RowQuery, 'find' | 'only'>): Condition {
  const columns = columnsOf(register)
  const conditions: string[] = ['true']
  const values: Value[] = []
  if (find !== '') {
    const searched = columns.filter(({ field }) => SEARCHED.has(field.kind))
    const text = searched.map(({ name }) => `coalesce(t."${name}", '')`).join(` || char(31) || `)
    conditions.push(`instr(lower(${text}), lower(?)) > 0`)
    values.push(find)
  }
  if (only) {
    const column = columns.find(({ field }) => field.name === only.field)
    // A list matches by one item, whatever the others.
    const list = column?.field.kind === 'list' && only.cell !== null
    const has = (name: string) => (list ? `instr(',' || t."${name}" || ',', ',' || ? || ',') > 0` : `t."${name}" IS ?`)
    conditions.push(column ? has(column.name) : 'false')
    if (column) values.push(valueOfCell(only.cell))
  }
  return { sql: conditions.join(' AND '), values }
}

export const orderOf = (register: RegisterId): string =>
  registerTables[register].key.map((column) => `t."${column}"`).join(', ')

/** Everything a `StoredRow` needs of a record `t` and its import `f`. */
export const selectRow = (register: RegisterId): string =>
  `SELECT ${keySql(registerTables[register].key, 't')} AS "#key", ${columnsOf(register)
    .map(({ name }) => `t."${name}"`)
    .join(', ')},
     f.file_name AS "#file", f.digest AS "#digest", t.row_number AS "#row", f.by_key AS "#key_sent", f.imported_at AS "#at",
     ${userName('f.imported_by')} AS "#by"
   FROM "${registerTables[register].table}" t LEFT JOIN import_file f ON f.id = t.import_id`

export type SelectedRow = Readonly<Record<string, Value>>

export function storedRow(register: RegisterId, row: SelectedRow): StoredRow {
  const cells = columnsOf(register).map(({ field, name }) => [field.name, cellOf(field, row[name] ?? null)])
  const origin = {
    fileName: String(row['#file']),
    digest: String(row['#digest']),
    rowNumber: Number(row['#row']),
    at: Number(row['#at']),
    by: String(row['#by']),
    byKey: row['#key_sent'] === 1,
  }
  return { key: String(row['#key']), cells: Object.fromEntries(cells), origin: row['#file'] === null ? null : origin }
}
