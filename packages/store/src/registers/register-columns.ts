import { type Cell, type Field, type RegisterId, registers } from '@wayproof/evidence'

/** A value in a column. */
export type Value = string | number | null

/** A field of a register and the column that holds it. */
export interface Column {
  readonly field: Field
  readonly name: string
}

/** Name of the column that holds a field. */
export function columnName(register: RegisterId, field: string): string {
  const { itemColumn } = registers[register]
  if (itemColumn?.field === field) return itemColumn.column
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export const columnsOf = (register: RegisterId): readonly Column[] =>
  registers[register].fields.map((field) => ({ field, name: columnName(register, field.name) }))

/** What a column holds for a cell. */
export function valueOfCell(cell: Cell): Value {
  if (typeof cell === 'boolean') return cell ? 1 : 0
  return typeof cell === 'object' && cell !== null ? cell.join(',') : cell
}

/** The cell that a column's value stands for. */
export function cellOf({ kind }: Field, value: Value): Cell {
  if (kind === 'yes-no') return value === null ? null : value === 1
  return kind === 'list' && value !== null ? String(value).split(',') : value
}
