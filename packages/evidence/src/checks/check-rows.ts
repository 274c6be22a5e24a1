import { addMonths, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Instant } from '@wayproof/kernel/clock'
import type { Cell, Field } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { type RegisterId, type RegisterRows, registers } from '../register.ts'
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

/**
 * A start may be planned this far ahead at most; a later one, such as 2099, is a typing error. An end may lie as far
 * ahead as its contract says.
 */
const PLANNED_MONTHS = 24

const DATES = new Set(['day', 'month', 'partial-date', 'instant'])

/**
 * Checks for impossible days: past events in the future, starts too far ahead, and days before the company was founded.
 * A partial date is in the future if its first day is, and too early if its last day is.
 */
export function checkDays(
  rowNumber: number,
  fields: readonly Field[],
  cells: Readonly<Record<string, Cell>>,
  { now, timeZone, founded }: CheckContext,
): CheckFault[] {
  const today = dateAt(now, timeZone)
  const latest = addMonths(today, PLANNED_MONTHS)
  return fields
    .filter(({ kind }) => DATES.has(kind))
    .flatMap(({ name, kind, past, planned }): CheckFault[] => {
      const cell = cells[name] ?? null
      if (cell === null) return []
      const day = kind === 'instant' ? dateAt(Number(cell), timeZone) : String(cell)
      const fault = { rowNumber, field: name, text: day }
      if (past && kind === 'instant' && Number(cell) > now) {
        const [text, expected] = [secondAt(Number(cell), timeZone), secondAt(now, timeZone)]
        return [{ ...fault, code: 'time-in-future', text, expected }]
      }
      if (past && isAfter(day, today)) return [{ ...fault, code: 'in-future', expected: today }]
      if (planned && isAfter(day, latest)) return [{ ...fault, code: 'too-far-ahead', expected: latest }]
      return founded !== null && isAfter(founded, day) ? [{ ...fault, code: 'before-founding', expected: founded }] : []
    })
}

const secondAt = (instant: Instant, timeZone: string) => localTimeAt(instant, timeZone).replace('T', ' ')

/** Compares at the coarser precision: 2026 is not after 2026-05-01. */
function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  const shared = Math.min(a.length, b.length)
  return a.slice(0, shared) > b.slice(0, shared)
}
