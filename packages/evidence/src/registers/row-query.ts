import { userName } from '@wayproof/accounts/accounts/user-name'
import type { Dialect } from '@wayproof/database/query/dialect'
import type { Values } from '@wayproof/database/query/query'
import type { Field } from '../import/field.ts'
import type { RegisterId } from '../register.ts'
import type { RowQuery, StoredRow } from '../rows/ports.ts'
import { keyColumns, keyText, parametersOf, quoted } from './record-sql.ts'
import { cellOf, columnsOf, type Value, valueOfText } from './register-columns.ts'
import { registerTables } from './register-tables.ts'
import { type Condition, filterCondition } from './row-filter-sql.ts'

/** Kinds of fields whose column has the same text as the screen, and the texts that they can contain. */
const SEARCHED: Readonly<Partial<Record<Field['kind'], RegExp>>> = {
  text: /^/,
  list: /^/,
  day: /^[\d-]*$/,
  month: /^[\d-]*$/,
  'partial-date': /^[\d-]*$/,
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

/** The condition of a query on records `t`. A field that the register lacks matches nothing. */
export function matches(register: RegisterId, { find, filters }: Pick<RowQuery, 'find' | 'filters'>): Condition {
  const columns = columnsOf(register)
  const conditions: ((dialect: Dialect) => string)[] = [() => 'true']
  const values: Record<string, Values[string]> = {}
  if (find !== '') {
    // One condition for each column is faster than one for all columns together, and none is fastest.
    const searched = columns.filter(({ field }) => SEARCHED[field.kind]?.test(find))
    conditions.push(
      ({ contains }) =>
        `(${['false', ...searched.map(({ name }) => contains(`lower(t."${name}")`, '@find'))].join(' OR ')})`,
    )
    values.find = lowered(find)
  }
  filters.forEach((filter, place) => {
    const condition = filterCondition(register, filter, `filter${place}`)
    conditions.push(condition.sql)
    Object.assign(values, condition.values)
  })
  return { sql: (dialect) => conditions.map((condition) => condition(dialect)).join(' AND '), values }
}

/** Like the engines' `lower`, which changes ASCII letters only. */
const lowered = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

export const orderOf = (register: RegisterId): string => quoted(registerTables[register].key, 't')

/**
 * The order of a query on records `t`: empty cells last, then by key. A field that the register lacks does not order.
 * `isReversed` begins with the last row.
 */
export function sortedBy(register: RegisterId, sort: RowQuery['sort'], isReversed = false): string {
  const column = sortColumn(register, sort)
  const direction = (isDescending: boolean) => (isDescending === isReversed ? 'ASC' : 'DESC')
  const keys = registerTables[register].key.map((name) => `t."${name}" ${direction(false)}`).join(', ')
  if (!column) return keys
  return `t."${column}" ${direction(sort?.isDescending ?? false)} NULLS ${isReversed ? 'FIRST' : 'LAST'}, ${keys}`
}

/** The column that a query is sorted by; undefined if only the key orders. */
export const sortColumn = (register: RegisterId, sort: RowQuery['sort']): string | undefined =>
  columnsOf(register).find(({ field }) => field.name === sort?.field)?.name

/** The columns of a `StoredRow`, from records `t` of the table or of `source`, and their imports `f`. */
export const selectRow = (
  dialect: Dialect,
  register: RegisterId,
  source = `"${registerTables[register].table}"`,
  furtherColumns: readonly string[] = [],
): string =>
  `SELECT ${keyText(dialect, registerTables[register], 't')} AS "#key", ${columnsOf(register)
    .map(({ name }) => `t."${name}"`)
    .join(', ')},
     f.file_name AS "#file", f.digest AS "#digest", t.row_number AS "#row", f.by_key AS "#key_sent", f.imported_at AS "#at",
     ${[`${userName('f.imported_by')} AS "#by"`, ...furtherColumns].join(', ')}
   FROM ${source} t LEFT JOIN import_file f ON f.id = t.import_id`

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
