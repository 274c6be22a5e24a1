import type { RowFault, RowFaultCode } from './import/table-fault.ts'

/** What other registers hold already. */
export interface Known {
  readonly partners: ReadonlySet<string>
  readonly surfaces: ReadonlySet<string>
  readonly versions: ReadonlySet<string>
}

/** A fault of a row that was read well: it names the field; the import finds the column. */
export type CheckFault = Omit<RowFault, 'column'> & { readonly field: string }

/** `end` before `start` is a fault of the end; the same day is none. Both are ISO days. */
export function outOfOrder(rowNumber: number, start: string, endField: string, end: string | null): CheckFault[] {
  if (end === null || end >= start) return []
  return [{ rowNumber, field: endField, code: 'out-of-order', text: end, expected: start }]
}

export function unknown(
  rowNumber: number,
  field: string,
  id: string,
  known: ReadonlySet<string>,
  code: RowFaultCode,
): CheckFault[] {
  return known.has(id) ? [] : [{ rowNumber, field, code, text: id, expected: '' }]
}
