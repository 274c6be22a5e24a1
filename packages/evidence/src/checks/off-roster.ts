import type { TableRow } from '../import/table.ts'
import type { RegisterId, RegisterRows } from '../register.ts'
import type { CheckContext } from './row-check.ts'

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
  { roster }: CheckContext,
): OffRoster {
  const missing = staffNumbers(register, rows).filter((number) => !roster.has(number))
  return { numbers: missing.slice(0, MOST_NUMBERS), total: missing.length }
}

/** Returns the staff numbers of results or leave, to be looked up in the roster; none for other registers. */
export function staffNumbers(register: RegisterId, rows: readonly Pick<TableRow<unknown>, 'cells'>[]): string[] {
  if (!RESULTS.includes(register)) return []
  return [
    ...new Set((rows as readonly { readonly cells: { readonly number: string } }[]).map(({ cells }) => cells.number)),
  ]
}
