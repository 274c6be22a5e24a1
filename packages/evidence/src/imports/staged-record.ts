import type { TypedColumn } from '@wayproof/database/query/dialect'
import type { TableRow } from '../import/table.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { Value } from '../registers/register-columns.ts'
import { registerTables } from '../registers/register-tables.ts'

/** The columns of a table that an import fills. */
export interface Target {
  readonly register: RegisterId
  readonly table: string
  readonly key: readonly string[]
  readonly values: readonly string[]
  /** Columns of the key and of the values, in this order. */
  readonly columns: readonly TypedColumn[]
}

export interface StagedRecord {
  readonly rowNumber: number
  readonly values: readonly Value[]
}

export const targetOf = (register: RegisterId): Target => ({ register, ...registerTables[register] })

/** The records of the rows of a file; a policy check of two languages is two records. */
export function stagedRecords<Register extends RegisterId>(
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
): StagedRecord[] {
  const { records } = registerTables[register]
  return rows.flatMap(({ rowNumber, cells }) => records(cells).map((values) => ({ rowNumber, values })))
}
