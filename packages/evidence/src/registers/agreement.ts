import { addDays, type CalendarDate } from '@wayproof/kernel'
import { type CheckFault, type Known, outOfOrder, unknown } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/read-table.ts'

/** A partner's agreement on the processing of personal data. `expiresOn`: the last day it holds; empty without end. */
export const partnerAgreementFields = [
  { name: 'partnerId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'signedOn', kind: 'day', required: true, past: true },
  { name: 'expiresOn', kind: 'day', required: false },
] as const satisfies readonly Field[]

export type PartnerAgreement = RowOf<typeof partnerAgreementFields>

export const partnerAgreementKey = (row: PartnerAgreement): string[] => [row.partnerId, row.signedOn]

export const checkPartnerAgreement = ({ rowNumber, cells }: TableRow<PartnerAgreement>, known: Known): CheckFault[] => [
  ...unknown(rowNumber, 'partnerId', cells.partnerId, known.partners, 'unknown-partner'),
  ...outOfOrder(rowNumber, cells.signedOn, 'expiresOn', cells.expiresOn),
]

/** How long before its last day an agreement is shown as running out. */
const EXPIRY_WARNING_DAYS = 60

export type AgreementState = 'in-force' | 'expires-soon' | 'expired'

/** The state of an agreement that is signed; its last day is in force. */
export function agreementState({ expiresOn }: PartnerAgreement, today: CalendarDate): AgreementState {
  if (expiresOn === null) return 'in-force'
  if (expiresOn < today) return 'expired'
  return expiresOn <= addDays(today, EXPIRY_WARNING_DAYS) ? 'expires-soon' : 'in-force'
}
