import type { TableRow } from '../import/read-table.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { Known } from './row-check.ts'

/** Staff numbers that the roster does not have: how many, and the first of them. */
export interface OffRoster {
  readonly numbers: readonly string[]
  readonly total: number
}

const NUMBERS_TOLD = 5
const RESULTS: readonly RegisterId[] = ['training-completions', 'exam-attempts', 'staff-leave']

/**
 * People with results or leave whom the roster does not have. No fault: a learning system knows of those who joined before the
 * roster does, and of others than staff.
 */
export function offRoster<Register extends RegisterId>(
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
  { onRoster }: Known,
): OffRoster {
  if (!RESULTS.includes(register)) return { numbers: [], total: 0 }
  const all = new Set((rows as readonly TableRow<{ readonly number: string }>[]).map(({ cells }) => cells.number))
  const missing = [...all].filter((number) => !onRoster(number))
  return { numbers: missing.slice(0, NUMBERS_TOLD), total: missing.length }
}
