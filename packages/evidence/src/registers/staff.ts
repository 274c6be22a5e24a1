import { type CheckFault, outOfOrder } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'

/**
 * One row per role. Two roles of one staff number are one person (earliest start, latest end). `endDay`: the last
 * working day.
 */
export const staffRoleFields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'role', kind: 'text', required: true },
  { name: 'unit', kind: 'text', required: true },
  { name: 'startDay', kind: 'day', required: true, planned: true },
  { name: 'endDay', kind: 'day', required: false },
] as const satisfies readonly Field[]

/** First and last day of absence (inclusive). */
export const staffLeaveFields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'fromDay', kind: 'day', required: true, planned: true },
  { name: 'toDay', kind: 'day', required: true },
] as const satisfies readonly Field[]

export type StaffRole = RowOf<typeof staffRoleFields>
export type StaffLeave = RowOf<typeof staffLeaveFields>

export const staffRoleKey = (role: StaffRole): string[] => [role.number, role.role]
export const staffLeaveKey = (leave: StaffLeave): string[] => [leave.number, leave.fromDay]

export const checkStaffRole = ({ rowNumber, cells }: TableRow<StaffRole>): CheckFault[] =>
  outOfOrder(rowNumber, cells.startDay, 'endDay', cells.endDay)

export const checkStaffLeave = ({ rowNumber, cells }: TableRow<StaffLeave>): CheckFault[] =>
  outOfOrder(rowNumber, cells.fromDay, 'toDay', cells.toDay)
