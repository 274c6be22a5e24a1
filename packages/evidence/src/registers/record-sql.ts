import type { Dialect, TypedColumn } from '@wayproof/database/query/dialect'
import type { Values } from '@wayproof/database/query/query'
import { parameterOf, type Value } from './register-columns.ts'
import type { RegisterTable } from './register-tables.ts'

/** The columns of a register's key. */
export const keyColumns = ({ key, columns }: Pick<RegisterTable<never>, 'key' | 'columns'>): readonly TypedColumn[] =>
  columns.slice(0, key.length)

/** The key of a record as a JSON list of texts, in SQL. */
export const keyText = (
  { jsonList, milliseconds }: Dialect,
  register: Pick<RegisterTable<never>, 'key' | 'columns'>,
  table: string,
): string =>
  jsonList(
    ...keyColumns(register).map(({ name, type }) => {
      const column = `${table}."${name}"`
      return `CAST(${type === 'instant' ? milliseconds(column) : column} AS TEXT)`
    }),
  )

/** Names in quotes, as a list. */
export const quoted = (names: readonly string[], table = ''): string =>
  names.map((name) => (table ? `${table}."${name}"` : `"${name}"`)).join(', ')

/** The parameters `@NAME0`, `@NAME1`, … of columns, as a list and by name. */
export function parametersOf(name: string, columns: readonly TypedColumn[], values: readonly Value[]) {
  const parameters = columns.map(
    ({ type }, place) => [`${name}${place}`, parameterOf(type, values[place] ?? null)] as const,
  )
  return { list: parameters.map(([each]) => `@${each}`), values: Object.fromEntries(parameters) as Values }
}

/** SQL condition: a record has the key that is stored in a JSON list of texts. */
export const hasKeyOf = (
  { jsonItem, fromRecord }: Dialect,
  register: Pick<RegisterTable<never>, 'key' | 'columns'>,
  table: string,
  key: string,
): string =>
  keyColumns(register)
    .map(({ name, type }, place) => `${table}."${name}" = ${fromRecord(jsonItem(key, place), type)}`)
    .join(' AND ')
