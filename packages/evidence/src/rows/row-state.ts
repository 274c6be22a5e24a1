import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Cell } from '../import/field.ts'
import { type Descriptions, type RegisterId, registers } from '../register.ts'

export type RowState = {
  [Id in RegisterId]: Descriptions[Id] extends { readonly state: (...args: never) => infer State } ? State : never
}[RegisterId]

/** Returns true if rows of the register have a state that depends on the day. */
export const hasStates = (register: RegisterId): boolean => registers[register].state !== undefined

/** State of a row on a day, computed from its cells and never stored. Null for registers without states. */
export function rowState(
  register: RegisterId,
  cells: Readonly<Record<string, Cell>>,
  today: CalendarDate,
): RowState | null {
  const stateOf = registers[register].state as ((row: unknown, today: CalendarDate) => RowState) | undefined
  return stateOf?.(cells, today) ?? null
}
