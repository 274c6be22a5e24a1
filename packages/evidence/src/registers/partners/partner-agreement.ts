import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { type CheckContext, type CheckFault, outOfOrder, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'

/** A data processing agreement with a partner. `expiresOn` is the last valid day; empty means no end. */
const fields = [
  { name: 'partnerId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'signedOn', kind: 'day', required: true, past: true },
  { name: 'expiresOn', kind: 'day', required: false },
] as const satisfies readonly Field[]

export type PartnerAgreement = RowOf<typeof fields>

const check = ({ rowNumber, cells }: TableRow<PartnerAgreement>, context: CheckContext): CheckFault[] => [
  ...unknown(rowNumber, 'partnerId', cells.partnerId, context.partners, 'unknown-partner'),
  ...outOfOrder(rowNumber, cells.signedOn, 'expiresOn', cells.expiresOn),
]

/** Days before expiry from which an agreement is shown as expiring. */
const EXPIRY_WARNING_DAYS = 60

export type AgreementState = 'in-force' | 'expires-soon' | 'expired'

/** State of a signed agreement; it is still in force on its last day. */
function agreementState({ expiresOn }: PartnerAgreement, today: CalendarDate): AgreementState {
  if (expiresOn === null) return 'in-force'
  if (expiresOn < today) return 'expired'
  return expiresOn <= addDays(today, EXPIRY_WARNING_DAYS) ? 'expires-soon' : 'in-force'
}

export const partnerAgreements = {
  table: 'partner_agreement',
  fields,
  key: ['partnerId', 'signedOn'],
  keeper: 'procurement',
  references: { partnerId: ['partners'] },
  check,
  due: { field: 'expiresOn' },
  state: agreementState,
} as const satisfies Description<PartnerAgreement>
