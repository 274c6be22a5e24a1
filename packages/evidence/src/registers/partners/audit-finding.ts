import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type CheckContext, type CheckFault, outOfOrder, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'
import { GRADES } from '../grade.ts'

/**
 * A finding of a partner audit: the corrective action with the responsible department, its due day, and the result of a
 * later effectiveness check.
 */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'partnerId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'foundOn', kind: 'day', required: true, past: true },
  { name: 'finding', kind: 'text', required: true, maxLength: 500 },
  { name: 'severity', kind: 'text', required: true, values: GRADES },
  { name: 'action', kind: 'text', required: false, maxLength: 500 },
  { name: 'owner', kind: 'text', required: true, maxLength: 128 },
  { name: 'dueOn', kind: 'day', required: true, planned: true },
  { name: 'doneOn', kind: 'day', required: false, past: true },
  { name: 'checkedOn', kind: 'day', required: false, past: true },
  { name: 'effective', kind: 'yes-no', required: false },
] as const satisfies readonly Field[]

export type AuditFinding = RowOf<typeof fields>

export type AuditFindingState = 'open' | 'overdue' | 'done' | 'effective' | 'ineffective'

/** A finding stays open if its action was checked and found ineffective. */
function auditFindingState({ dueOn, doneOn, effective }: AuditFinding, today: CalendarDate): AuditFindingState {
  if (effective !== null) return effective ? 'effective' : 'ineffective'
  if (doneOn !== null) return 'done'
  return dueOn < today ? 'overdue' : 'open'
}

/** A completion date needs an action, a check needs a completion date, and a check and its result need each other. */
function check({ rowNumber, cells }: TableRow<AuditFinding>, context: CheckContext): CheckFault[] {
  const { partnerId, foundOn, action, dueOn, doneOn, checkedOn, effective } = cells
  const missing = (field: string, expected: string): CheckFault => ({
    ...{ rowNumber, field, code: 'step-missing', text: '', expected },
  })
  const checked = effective !== null ? 'effective' : 'checkedOn'
  return [
    ...unknown(rowNumber, 'partnerId', partnerId, context.partners, 'unknown-partner'),
    ...outOfOrder(rowNumber, foundOn, 'dueOn', dueOn),
    ...outOfOrder(rowNumber, foundOn, 'doneOn', doneOn),
    ...(doneOn !== null && action === null ? [missing('action', 'doneOn')] : []),
    ...(doneOn === null && (checkedOn !== null || effective !== null) ? [missing('doneOn', checked)] : []),
    ...(doneOn === null ? [] : outOfOrder(rowNumber, doneOn, 'checkedOn', checkedOn)),
    ...(effective !== null && checkedOn === null ? [missing('checkedOn', 'effective')] : []),
    ...(effective === null && checkedOn !== null ? [missing('effective', 'checkedOn')] : []),
  ]
}

export const auditFindings = {
  table: 'audit_finding',
  fields,
  key: ['id'],
  keeper: 'procurement',
  references: { partnerId: ['partners'] },
  check,
  due: { field: 'dueOn', done: 'doneOn' },
  state: auditFindingState,
} as const satisfies Description<AuditFinding>
