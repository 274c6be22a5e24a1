import type { TableRow } from '../import/table.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { Known } from './row-check.ts'

/** Staff numbers missing from the roster: their count and the first of them. */
export interface OffRoster {
  readonly numbers: readonly string[]
  readonly total: number
}

const MOST_NUMBERS = 5
const RESULTS: readonly RegisterId[] = ['training-completions', 'exam-attempts', 'staff-leave']

/**
 * Returns the people with results or leave who are missing from the roster. This is no fault: a learning system may
 * list new joiners before the roster does, and people who are not staff.
 */
export function offRoster<Register extends RegisterId>(
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
  { onRoster }: Known,
): OffRoster {
  if (!RESULTS.includes(register)) return { numbers: [], total: 0 }
  const all = new Set((rows as readonly TableRow<{ readonly number: string }>[]).map(({ cells }) => cells.number))
  const missing = [...all].filter((number) => !onRoster(number))
  return { numbers: missing.slice(0, MOST_NUMBERS), total: missing.length }
}
