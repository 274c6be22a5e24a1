import type { Cell } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { type RegisterId, type RegisterRows, registers } from '../register.ts'
import { checkDays } from './check-days.ts'
import type { CheckContext, CheckFault } from './row-check.ts'

type CellsOfRow = Readonly<Record<string, Cell>>

/** Returns the faults of rows: duplicate keys (whether or not the rows agree) and the faults of each row. */
export function checkRows<Id extends RegisterId>(
  id: Id,
  rows: readonly TableRow<RegisterRows[Id]>[],
  context: CheckContext,
): CheckFault[] {
  const { key, check, checkAll, fields } = registers[id]
  const first = new Map<string, number>()
  const each = rows.flatMap((row) => {
    const cells = row.cells as unknown as CellsOfRow
    const repeated = keysOf(key, cells).flatMap((texts): CheckFault[] => {
      const identity = JSON.stringify(texts)
      const otherRow = first.get(identity)
      if (otherRow === undefined) first.set(identity, row.rowNumber)
      if (otherRow === undefined) return []
      const field = fields[0]?.name ?? ''
      return [{ rowNumber: row.rowNumber, field, code: 'duplicate', text: texts.join(', '), expected: '', otherRow }]
    })
    return [...repeated, ...(check?.(row, context) ?? []), ...checkDays(row.rowNumber, fields, cells, context)]
  })
  return [...each, ...(checkAll?.(rows, context) ?? [])]
}

/** Keys of a row: one, or one for each item of a list among the key fields. */
function keysOf(key: readonly string[], cells: CellsOfRow): readonly (readonly string[])[] {
  return key.reduce<readonly (readonly string[])[]>(
    (keys, name) => {
      const cell = cells[name]
      const texts = typeof cell === 'object' && cell !== null ? cell : [String(cell)]
      return keys.flatMap((before) => texts.map((text) => [...before, text]))
    },
    [[]],
  )
}
