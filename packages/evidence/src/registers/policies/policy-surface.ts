import { type CheckContext, type CheckFault, outOfOrder } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'
import { badLanguages } from './language-tag.ts'
import { badAddress } from './page-address.ts'

export const SURFACE_KINDS = ['website', 'app', 'mini-programme', 'ota-page', 'branch', 'call-centre'] as const

/**
 * A place where customers must find the policy, and its required languages. `activeTo`: first day on which it is out.
 */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  {
    name: 'kind',
    kind: 'text',
    required: true,
    values: SURFACE_KINDS,
  },
  { name: 'url', kind: 'text', required: false, maxLength: 2000 },
  { name: 'languages', kind: 'list', required: true },
  { name: 'collectsPersonalData', kind: 'yes-no', required: true },
  { name: 'activeFrom', kind: 'day', required: true, planned: true },
  { name: 'activeTo', kind: 'day', required: false },
] as const satisfies readonly Field[]

export type PolicySurface = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<PolicySurface>, context: CheckContext): CheckFault[] {
  return [
    ...badAddress(rowNumber, cells.url, context),
    ...badLanguages(rowNumber, cells.languages),
    ...outOfOrder(rowNumber, cells.activeFrom, 'activeTo', cells.activeTo),
  ]
}

export const policySurfaces = {
  table: 'policy_surface',
  fields,
  key: ['id'],
  keeper: 'officer',
  check,
} as const satisfies Description<PolicySurface>
