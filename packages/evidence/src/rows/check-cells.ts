import { checkRows } from '../checks/check-rows.ts'
import type { CheckContext } from '../checks/row-check.ts'
import type { RowFault } from '../import/table-fault.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { Cells } from './ports.ts'

/** Returns the faults that an import of this row alone would find beyond its cells; `column` is the field. */
export function checkCells<Id extends RegisterId>(register: Id, cells: Cells, context: CheckContext): RowFault[] {
  const row = { rowNumber: 1, cells: cells as unknown as RegisterRows[Id] }
  return checkRows(register, [row], context).map(({ field, ...fault }) => ({ ...fault, column: field }))
}
