import { addMonths, type CalendarDate, dateAt } from '@wayproof/kernel'
import type { Cell, Field } from '../import/field.ts'
import type { CheckFault, Known } from './row-check.ts'

/** A beginning is planned so far ahead at most; 2099 is a slip. Ends lie as far as a contract says. */
const PLANNED_MONTHS = 24

const DATES = new Set(['day', 'month', 'partial-date', 'instant'])

/**
 * Days that cannot be: in the future for what has happened, too far ahead for what begins, or before the company was there. A month or a year is in the
 * future once its first day is, and too early once its last day is.
 */
export function checkDays(
  rowNumber: number,
  fields: readonly Field[],
  cells: Readonly<Record<string, Cell>>,
  { now, timeZone, founded }: Known,
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
      if (past && (kind === 'instant' ? Number(cell) > now : isAfter(day, today)))
        return [{ ...fault, code: 'in-future', expected: today }]
      if (planned && isAfter(day, latest)) return [{ ...fault, code: 'too-far-ahead', expected: latest }]
      return founded !== null && isAfter(founded, day) ? [{ ...fault, code: 'before-founding', expected: founded }] : []
    })
}

/** Only as far as both are known: 2026 is not after 2026-05-01. */
function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  const shared = Math.min(a.length, b.length)
  return a.slice(0, shared) > b.slice(0, shared)
}
