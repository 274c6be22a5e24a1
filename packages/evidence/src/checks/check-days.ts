import { addMonths, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Instant } from '@wayproof/kernel/clock'
import type { Cell, Field } from '../import/field.ts'
import type { CheckContext, CheckFault } from './row-check.ts'

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
