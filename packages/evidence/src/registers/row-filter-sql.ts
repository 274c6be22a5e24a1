import type { Dialect } from '@wayproof/database/query/dialect'
import type { Values } from '@wayproof/database/query/query'
import type { Cell } from '../import/field.ts'
import type { RegisterId } from '../register.ts'
import type { RowFilter } from '../rows/row-filter.ts'
import { type Column, columnsOf, parameterOf, valueOfCell } from './register-columns.ts'

export interface Condition {
  readonly sql: (dialect: Dialect) => string
  readonly values: Values
}

const NOTHING: Condition = { sql: () => 'false', values: {} }

/** The condition of a filter on records `t`, with parameters that begin with `name`. */
export function filterCondition(register: RegisterId, filter: RowFilter, name: string): Condition {
  const column = columnsOf(register).find(({ field }) => field.name === filter.field)
  if (!column) return NOTHING
  return 'cells' in filter ? equals(column, filter.cells, name) : between(column, filter, name)
}

function equals(column: Column, cells: readonly Cell[], name: string): Condition {
  const { field, type } = column
  const parts: ((dialect: Dialect) => string)[] = []
  const values: Record<string, Values[string]> = {}
  cells.forEach((cell, place) => {
    const value = valueOfCell(cell)
    if (value !== null && (type === 'text') !== (typeof value === 'string')) return
    const parameter = `${name}_${place}`
    values[parameter] = parameterOf(type, value)
    // A list matches if one of its items does.
    if (field.kind === 'list' && value !== null)
      parts.push(({ contains }) => contains(`',' || t."${column.name}" || ','`, `',' || @${parameter} || ','`))
    else parts.push(() => `t."${column.name}" IS NOT DISTINCT FROM @${parameter}`)
  })
  if (parts.length === 0) return NOTHING
  return { sql: (dialect) => `(${parts.map((part) => part(dialect)).join(' OR ')})`, values }
}

/** A date that is known to the month lies in a range that begins or ends in the month. */
function between(column: Column, range: { readonly from: Cell; readonly to: Cell }, name: string): Condition {
  const { field, type } = column
  const cell = `t."${column.name}"`
  const parts: string[] = [`${cell} IS NOT NULL`]
  const values: Record<string, Values[string]> = {}
  for (const [end, operator] of [
    ['from', '>='],
    ['to', '<='],
  ] as const) {
    const value = valueOfCell(range[end])
    if (value === null) continue
    if ((type === 'text') !== (typeof value === 'string')) return NOTHING
    const parameter = `${name}_${end}`
    values[parameter] = parameterOf(type, value)
    const bound = field.kind === 'month' || field.kind === 'partial-date'
    parts.push(`${cell} ${operator} ${bound ? `substr(@${parameter}, 1, length(${cell}))` : `@${parameter}`}`)
  }
  return { sql: () => `(${parts.join(' AND ')})`, values }
}
