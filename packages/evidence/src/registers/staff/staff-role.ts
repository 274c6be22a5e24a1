import { outOfOrder } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

/**
 * One row per role. Two roles of one staff number are one person, who is present on each day of either. `endDay`: the
 * last working day.
 */
const fields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'role', kind: 'text', required: true },
  { name: 'unit', kind: 'text', required: true },
  { name: 'startDay', kind: 'day', required: true, planned: true },
  { name: 'endDay', kind: 'day', required: false },
] as const satisfies readonly Field[]

export type StaffRole = RowOf<typeof fields>

export const staffRoles = {
  table: 'staff_role',
  fields,
  key: ['number', 'role'],
  keeper: 'human-resources',
  personal: { fields: ['number', 'role', 'unit', 'startDay', 'endDay'], basis: 'legal-obligation' },
  check: ({ rowNumber, cells }) => outOfOrder(rowNumber, cells.startDay, 'endDay', cells.endDay),
} as const satisfies Description<StaffRole>
