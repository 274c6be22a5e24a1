import type { RegisterId } from '../register.ts'
import type { Cells } from '../rows/ports.ts'
import type { Value } from './register-columns.ts'
import { cellOf, columnsOf } from './register-columns.ts'

/** The columns of a row in the history. */
export type HistoryRecord = Readonly<Record<string, Value>>

/** The cells of a record that is stored as JSON. */
export function cellsOfRecord(register: RegisterId, record: string): Cells {
  const values: HistoryRecord = JSON.parse(record)
  return Object.fromEntries(
    columnsOf(register).map(({ field, name }) => [field.name, cellOf(field, values[name] ?? null)]),
  )
}
