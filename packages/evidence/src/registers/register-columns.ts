import type { ColumnType, TypedColumn } from '@wayproof/database/query/dialect'
import type { Value as Parameter } from '@wayproof/database/query/query'
import type { Cell, Field, FieldKind } from '../import/field.ts'
import { type RegisterId, registers } from '../register.ts'

/** A value as the history stores it and SQLite returns it: instants are milliseconds, booleans 0 or 1. */
export type Value = string | number | null

/** A field of a register and its column. */
export interface Column extends TypedColumn {
  readonly field: Field
}

/** Name of the column of a field. */
export function columnName(register: RegisterId, field: string): string {
  const { itemColumn } = registers[register]
  if (itemColumn?.field === field) return itemColumn.column
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export const columnsOf = (register: RegisterId): readonly Column[] =>
  registers[register].fields.map((field) => {
    return { field, name: columnName(register, field.name), type: typeOfKind(field.kind) }
  })

const TYPES: Readonly<Partial<Record<FieldKind, ColumnType>>> = {
  instant: 'instant',
  integer: 'integer',
  number: 'real',
  'yes-no': 'boolean',
}

/** Days, months and lists are texts. */
export const typeOfKind = (kind: FieldKind): ColumnType => TYPES[kind] ?? 'text'

/** The column value of a cell. */
export function valueOfCell(cell: Cell): Value {
  if (typeof cell === 'boolean') return cell ? 1 : 0
  return typeof cell === 'object' && cell !== null ? cell.join(',') : cell
}

/** The cell of a column value. */
export function cellOf({ kind }: Field, value: Value): Cell {
  if (kind === 'yes-no') return value === null ? null : value === 1
  return kind === 'list' && value !== null ? String(value).split(',') : value
}

/** A column's value as the parameter of a statement. */
export function parameterOf(type: ColumnType, value: Value): Parameter {
  if (value === null) return null
  if (type === 'boolean') return value === 1
  return type === 'instant' ? new Date(Number(value)) : value
}

/** The column value of a text; null if the text is not valid. */
export function valueOfText(type: ColumnType, text: string): Value {
  if (type === 'text') return text
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
