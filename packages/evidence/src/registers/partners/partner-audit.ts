import { type CheckContext, type CheckFault, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'

/** `correctivePlanOn`: due day of the corrective plan after a failed audit. */
const fields = [
  { name: 'partnerId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'reportDate', kind: 'day', required: true, past: true },
  { name: 'result', kind: 'text', required: true, values: ['pass', 'fail'] },
  { name: 'fullScope', kind: 'yes-no', required: true },
  {
    name: 'evidenceClass',
    kind: 'text',
    required: true,
    values: ['self-declared', 'document', 'certificate', 'on-site'],
  },
  { name: 'correctivePlanOn', kind: 'day', required: false, planned: true },
] as const satisfies readonly Field[]

export type PartnerAudit = RowOf<typeof fields>

/** The audited partner must be in the register. An audit may precede its onboarding but not follow its offboarding. */
function check({ rowNumber, cells }: TableRow<PartnerAudit>, context: CheckContext): CheckFault[] {
  const { partnerId, reportDate } = cells
  const out = context.partners.get(partnerId) ?? null
  if (out === null || reportDate < out)
    return unknown(rowNumber, 'partnerId', partnerId, context.partners, 'unknown-partner')
  return [{ rowNumber, field: 'reportDate', code: 'partner-offboarded', text: reportDate, expected: out }]
}

export const partnerAudits = {
  table: 'partner_audit',
  fields,
  key: ['partnerId', 'reportDate'],
  keeper: 'procurement',
  references: { partnerId: ['partners'] },
  check,
} as const satisfies Description<PartnerAudit>
