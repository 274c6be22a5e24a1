import { type Cell, type Field, type RegisterId, registers } from '@wayproof/evidence'
import type { Value } from './evidence-tables.ts'

/** A field of a register and the column that holds it. */
export interface Column {
  readonly field: Field
  readonly name: string
}

/** Columns that are not called like their field: a record of the policy checks holds one language. */
const OTHER_NAMES: Partial<Record<RegisterId, Readonly<Record<string, string>>>> = {
  'policy-checks': { languages: 'language' },
}

export const columnsOf = (register: RegisterId): readonly Column[] =>
  registers[register].fields.map((field) => ({
    field,
    name:
      OTHER_NAMES[register]?.[field.name] ?? field.name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  }))

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
