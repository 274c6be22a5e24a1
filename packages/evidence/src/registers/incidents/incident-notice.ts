import { type CheckContext, type CheckFault, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import { noticeDueAt } from '../../notices/notice-deadline.ts'
import { NOTICE_DUTY_IDS, NOTICE_FACTS, noticeDuty } from '../../notices/notice-duty.ts'
import type { Description } from '../description.ts'

/**
 * Decision and action on one duty to notify of an incident. `wanted`: the law requires the notice; if not, the reason
 * says why. `facts`: content of the notice. `reference`: the recipient's file number.
 */
const fields = [
  { name: 'incidentId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'duty', kind: 'text', required: true, values: NOTICE_DUTY_IDS },
  { name: 'wanted', kind: 'yes-no', required: true },
  { name: 'notifiedAt', kind: 'instant', required: false, past: true },
  { name: 'facts', kind: 'list', required: false, values: NOTICE_FACTS },
  { name: 'reference', kind: 'text', required: false, code: true, maxLength: 64 },
  { name: 'reason', kind: 'text', required: false, maxLength: 500 },
] as const satisfies readonly Field[]

export type IncidentNotice = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<IncidentNotice>, context: CheckContext): CheckFault[] {
  const { incidentId, duty, wanted, notifiedAt, reason, facts } = cells
  const faults = unknown(rowNumber, 'incidentId', incidentId, context.incidents, 'unknown-incident')
  const discovered = context.incidents.get(incidentId) ?? null
  const written = (at: number) => new Date(at).toISOString()
  if (!wanted && reason === null)
    faults.push({ rowNumber, field: 'reason', code: 'reason-wanted', text: '', expected: '' })
  if (notifiedAt !== null && discovered !== null && notifiedAt < discovered)
    faults.push({
      ...{ rowNumber, field: 'notifiedAt', code: 'out-of-order' as const },
      ...{ text: written(notifiedAt), expected: written(discovered) },
    })
  // GDPR art. 33 (1): a late notice must give the reasons for the delay.
  const dueAt = noticeDueAt(duty, discovered)
  if (wanted && notifiedAt !== null && dueAt !== null && notifiedAt > dueAt && reason === null)
    faults.push({ rowNumber, field: 'reason', code: 'reason-for-delay', text: '', expected: written(dueAt) })
  const wants = noticeDuty(duty).facts
  const strange = (facts ?? []).filter((fact) => !wants.includes(fact))
  if (strange.length > 0)
    faults.push({ rowNumber, field: 'facts', code: 'bad-value', text: strange.join('|'), expected: wants.join(', ') })
  return faults
}

export const incidentNotices = {
  table: 'incident_notice',
  fields,
  key: ['incidentId', 'duty'],
  keeper: 'it-security',
  references: { incidentId: ['incidents'] },
  check,
} as const satisfies Description<IncidentNotice>
