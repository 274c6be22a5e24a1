import { isCountry } from '@wayproof/kernel'
import { type CheckFault, type Known, outOfOrder, unknown } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { GRADES } from './audit-finding.ts'
import { DATA_CLASSES } from './data-class.ts'

/**
 * A third party that receives data from the company. `countries`: places of processing, ISO 3166-1 alpha-2.
 * `offboarded`: first day on which it is out.
 */
export const partnerFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  { name: 'service', kind: 'text', required: true },
  { name: 'processesPersonalData', kind: 'yes-no', required: true },
  { name: 'dataClasses', kind: 'list', required: false, values: DATA_CLASSES },
  { name: 'countries', kind: 'list', required: false, known: 'countries' },
  { name: 'criticality', kind: 'text', required: false, values: GRADES },
  { name: 'onboarded', kind: 'day', required: true, planned: true },
  { name: 'offboarded', kind: 'day', required: false },
] as const satisfies readonly Field[]

/** `correctivePlanOn`: due day of the corrective plan after a failed audit. */
export const partnerAuditFields = [
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

export type Partner = RowOf<typeof partnerFields>
export type PartnerAudit = RowOf<typeof partnerAuditFields>

export const partnerKey = (partner: Partner): string[] => [partner.id]
export const partnerAuditKey = (audit: PartnerAudit): string[] => [audit.partnerId, audit.reportDate]

export function checkPartner({ rowNumber, cells }: TableRow<Partner>): CheckFault[] {
  const faults = outOfOrder(rowNumber, cells.onboarded, 'offboarded', cells.offboarded)
  const strange = (cells.countries ?? []).filter((country) => !isCountry(country))
  if (strange.length > 0)
    faults.push({ rowNumber, field: 'countries', code: 'unknown-country', text: strange.join('|'), expected: 'CN|DE' })
  return faults
}

/** The audited partner must be in the register. An audit may precede its onboarding but not follow its offboarding. */
export function checkPartnerAudit({ rowNumber, cells }: TableRow<PartnerAudit>, known: Known): CheckFault[] {
  const { partnerId, reportDate } = cells
  const out = known.partners.get(partnerId) ?? null
  if (out === null || reportDate < out)
    return unknown(rowNumber, 'partnerId', partnerId, known.partners, 'unknown-partner')
  return [{ rowNumber, field: 'reportDate', code: 'partner-offboarded', text: reportDate, expected: out }]
}
