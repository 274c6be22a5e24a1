import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { checkRows } from '../checks/check-rows.ts'
import { staffNumbers } from '../checks/off-roster.ts'
import type { RowFault } from '../import/table-fault.ts'
import { type RegisterId, type RegisterRows, registers } from '../register.ts'
import { cellText } from './cell-text.ts'
import { keyFields } from './key-fields.ts'
import type { Cells, RegisterView, RowPorts, RowWrite } from './ports.ts'
import { readCells } from './read-cells.ts'

/** Most rows of one correction. */
export const MOST_CORRECTED = 200

export interface CorrectRows {
  readonly register: RegisterId
  /** The field that gets the same text in every row. */
  readonly field: string
  readonly text: string
  /** The key of each row, with the field as shown to the user. */
  readonly rows: readonly { readonly key: string; readonly seen: string }[]
  readonly reason: string
  /** Id of the user. */
  readonly by: string
}

/** Reasons why rows were not corrected; nothing was changed. */
export type CorrectRowsFault =
  /** Faults that an import would report, with the key of their row. */
  | { readonly code: 'bad-rows'; readonly rows: readonly { readonly key: string; readonly fault: RowFault }[] }
  /** Another user changed or removed these rows. */
  | { readonly code: 'rows-changed'; readonly keys: readonly string[] }
  | { readonly code: 'row-unchanged' | 'key-changed' | 'field-unknown' | 'too-many-rows' | 'reason-missing' }

interface CorrectPorts extends Omit<RowPorts, 'rows'> {
  readonly rows: Pick<RowPorts['rows'], 'write'>
}

/**
 * Gives one field of many rows the same value, with the checks of an import over all of them: all rows are written or
 * none. Rows that have the value already stay as they are. Returns the written keys.
 */
export async function correctRows(
  { rows, clock, timeZone }: CorrectPorts,
  command: CorrectRows,
): Promise<Outcome<readonly string[], CorrectRowsFault>> {
  const { register, field, by } = command
  const reason = command.reason.trim()
  if (reason === '') return fail('reason-missing')
  if (command.rows.length > MOST_CORRECTED) return fail('too-many-rows')
  if (!registers[register].fields.some(({ name }) => name === field)) return fail('field-unknown')
  if (keyFields(register).includes(field)) return fail('key-changed')
  const now = clock.now()
  return rows.write(register, { at: now, by, reason }, (view) => decide(command, view, { now, timeZone }))
}

async function decide(
  { register, field, text, rows }: CorrectRows,
  view: RegisterView,
  today: { readonly now: number; readonly timeZone: string },
): Promise<Outcome<readonly RowWrite[], CorrectRowsFault>> {
  const { fields } = registers[register]
  const changedKeys: string[] = []
  const faults: { key: string; fault: RowFault }[] = []
  const corrected: { readonly key: string; readonly cells: Cells }[] = []
  for (const { key, seen: seenText } of rows) {
    const row = await view.find(key)
    const texts = Object.fromEntries(fields.map((each) => [each.name, cellText(each, row?.cells[each.name] ?? null)]))
    if (!row || texts[field] !== seenText) {
      changedKeys.push(key)
      continue
    }
    const read = readCells(register, { ...texts, [field]: text })
    if (!read.ok) faults.push(...read.fault.cells.map((fault) => ({ key, fault })))
    else if (texts[field] !== text) corrected.push({ key, cells: read.value })
  }
  if (changedKeys.length > 0) return { ok: false, fault: { code: 'rows-changed', keys: changedKeys } }
  if (faults.length === 0) faults.push(...(await faultsOf(register, corrected, view, today)))
  if (faults.length > 0) return { ok: false, fault: { code: 'bad-rows', rows: faults } }
  if (corrected.length === 0) return fail('row-unchanged')
  return ok(corrected.map(({ cells }) => ({ kind: 'put', cells })))
}

/** The faults that an import of these rows would find beyond their cells. */
async function faultsOf<Id extends RegisterId>(
  register: Id,
  corrected: readonly { readonly key: string; readonly cells: Cells }[],
  view: RegisterView,
  today: { readonly now: number; readonly timeZone: string },
): Promise<{ key: string; fault: RowFault }[]> {
  const context = { ...(await view.held(staffNumbers(register, corrected))), ...today }
  const rows = corrected.map(({ cells }, place) => ({ rowNumber: place, cells: cells as unknown as RegisterRows[Id] }))
  return checkRows(register, rows, context).map(({ field, ...fault }) => ({
    key: corrected[fault.rowNumber]?.key ?? '',
    fault: { ...fault, column: field },
  }))
}
