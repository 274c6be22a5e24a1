import type { RegisterId, RowQuery, StoredRow } from '@wayproof/evidence'
import { userName } from '../accounts/user-name.ts'
import type { Dialect } from '../engine/query/dialect.ts'
import type { Values } from '../engine/query/query.ts'
import { keyColumns, keyText, parametersOf, quoted } from './record-sql.ts'
import { cellOf, columnsOf, parameterOf, type Value, valueOfCell, valueOfText } from './register-columns.ts'
import { registerTables } from './register-tables.ts'

/** Kinds of fields whose column has the same text as the screen. */
const SEARCHED = new Set(['text', 'day', 'month', 'partial-date', 'list'])

export interface Condition {
  readonly sql: (dialect: Dialect) => string
  readonly values: Values
}

/** The condition that a record `t` has this key; null if the text is not a key of the register. */
export function hasKey(register: RegisterId, key: string): Condition | null {
  const values = keyValues(register, key)
  if (!values) return null
  const columns = keyColumns(registerTables[register])
  const parameters = parametersOf('key', columns, values)
  const sql = columns.map(({ name }, place) => `t."${name}" = ${parameters.list[place]}`).join(' AND ')
  return { sql: () => sql, values: parameters.values }
}

/** The column values of a key; null if the text is not a key of the register. */
export function keyValues(register: RegisterId, key: string): readonly Value[] | null {
  const columns = keyColumns(registerTables[register])
  const parts = readKey(key)
  if (parts?.length !== columns.length) return null
  return columns.map(({ type }, place) => valueOfText(type, parts[place] ?? ''))
}

function readKey(key: string): readonly string[] | null {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}

/** Separates the columns of a searched row. */
const SEPARATOR = '\u001f'

/** The condition of a query on records `t`. A field that the register lacks matches nothing. */
export function matches(register: RegisterId, { find, only }: Pick<RowQuery, 'find' | 'only'>): Condition {
  const columns = columnsOf(register)
  const conditions: ((dialect: Dialect) => string)[] = [() => 'true']
  const values: Record<string, Values[string]> = {}
  if (find !== '') {
    const searched = columns.filter(({ field }) => SEARCHED.has(field.kind))
    const text = searched.map(({ name }) => `coalesce(t."${name}", '')`).join(` || @separator || `)
    conditions.push(({ contains }) => contains(`lower(${text})`, '@find'))
    Object.assign(values, { separator: SEPARATOR, find: lowered(find) })
  }
  if (only) {
    const column = columns.find(({ field }) => field.name === only.field)
    const value = valueOfCell(only.cell)
    const isText = column?.type === 'text'
    if (!column || (value !== null && isText !== (typeof value === 'string'))) return { sql: () => 'false', values: {} }
    const { name, field, type } = column
    // A list matches if one of its items does.
    if (field.kind === 'list' && value !== null)
      conditions.push(({ contains }) => contains(`',' || t."${name}" || ','`, `',' || @only || ','`))
    else conditions.push(() => `t."${name}" IS NOT DISTINCT FROM @only`)
    values.only = parameterOf(type, value)
  }
  return { sql: (dialect) => conditions.map((condition) => condition(dialect)).join(' AND '), values }
}

/** Like the engines' `lower`, which changes ASCII letters only. */
const lowered = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

export const orderOf = (register: RegisterId): string => quoted(registerTables[register].key, 't')

/** The columns of a `StoredRow`, from a record `t` and its import `f`. */
export const selectRow = (dialect: Dialect, register: RegisterId): string =>
  `SELECT ${keyText(dialect, registerTables[register], 't')} AS "#key", ${columnsOf(register)
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
