import { outOfOrder } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'
import { overlappingLeave } from './overlapping-leave.ts'

/** First and last day of absence (inclusive). */
const fields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'fromDay', kind: 'day', required: true, planned: true },
  { name: 'toDay', kind: 'day', required: true },
] as const satisfies readonly Field[]

export type StaffLeave = RowOf<typeof fields>

export const staffLeave = {
  table: 'staff_leave',
  fields,
  key: ['number', 'fromDay'],
  keeper: 'human-resources',
  personal: { fields: ['number', 'fromDay', 'toDay'], basis: 'staff-management' },
  check: ({ rowNumber, cells }) => outOfOrder(rowNumber, cells.fromDay, 'toDay', cells.toDay),
  checkAll: overlappingLeave,
} as const satisfies Description<StaffLeave>
