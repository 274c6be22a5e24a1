import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type CheckContext, type CheckFault, outOfOrder, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'
import { GRADES } from '../grade.ts'

/** A finding of an assessment, scan or penetration test. `foundIn`: its identifier. */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'foundIn', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'foundOn', kind: 'day', required: true, past: true },
  { name: 'finding', kind: 'text', required: true, maxLength: 500 },
  { name: 'severity', kind: 'text', required: true, values: GRADES },
  { name: 'owner', kind: 'text', required: true, maxLength: 128 },
  { name: 'dueOn', kind: 'day', required: true, planned: true },
  { name: 'fixedOn', kind: 'day', required: false, past: true },
] as const satisfies readonly Field[]

export type SecurityFinding = RowOf<typeof fields>

export type SecurityFindingState = 'open' | 'overdue' | 'fixed'

function securityFindingState({ dueOn, fixedOn }: SecurityFinding, today: CalendarDate): SecurityFindingState {
  if (fixedOn !== null) return 'fixed'
  return dueOn < today ? 'overdue' : 'open'
}

const check = ({ rowNumber, cells }: TableRow<SecurityFinding>, context: CheckContext): CheckFault[] => [
  ...unknown(rowNumber, 'foundIn', cells.foundIn, context.examinations, 'unknown-examination'),
  ...outOfOrder(rowNumber, cells.foundOn, 'dueOn', cells.dueOn),
  ...outOfOrder(rowNumber, cells.foundOn, 'fixedOn', cells.fixedOn),
]

export const securityFindings = {
  table: 'security_finding',
  fields,
  key: ['id'],
  keeper: 'it-security',
  references: { foundIn: ['security-assessments', 'security-scans'] },
  check,
  due: { field: 'dueOn', done: 'fixedOn' },
  state: securityFindingState,
} as const satisfies Description<SecurityFinding>
