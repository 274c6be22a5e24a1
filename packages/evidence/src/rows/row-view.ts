import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type RegisterId, registers } from '../register.ts'
import type { RowFilter } from './row-filter.ts'

/** Views of a register: all rows, the open ones, those due soon, and those overdue. */
export const ROW_VIEWS = ['all', 'open', 'due', 'overdue'] as const

export type RowView = (typeof ROW_VIEWS)[number]

/** Days ahead that the view `due` covers. */
export const DUE_SOON_DAYS = 30

/** The field that says when a row is due; null for a register without due days. */
export const dueField = (register: RegisterId): string | null => registers[register].due?.field ?? null

/** The views that a register has; one without due days or open rows has none. */
export function viewsOf(register: RegisterId): readonly RowView[] {
  const { due, open } = registers[register]
  if (due) return due.done === undefined ? ['all', 'due', 'overdue'] : ROW_VIEWS
  return open ? ['all', 'open'] : []
}

/** The conditions of a view on a day. */
export function viewFilters(register: RegisterId, view: RowView, today: CalendarDate): readonly RowFilter[] {
  const { due, open } = registers[register]
  if (view === 'all') return []
  const isOpen: readonly RowFilter[] =
    due?.done !== undefined
      ? [{ field: due.done, cells: [null] }]
      : open
        ? [{ field: open.field, cells: [open.cell] }]
        : []
  if (view === 'open' || !due) return isOpen
  const [from, to] = view === 'due' ? [today, addDays(today, DUE_SOON_DAYS)] : [null, addDays(today, -1)]
  return [...isOpen, { field: due.field, from, to }]
}
