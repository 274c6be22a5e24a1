import { type CheckContext, type CheckFault, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'
import { badLanguages } from './language-tag.ts'
import { badAddress } from './page-address.ts'

/** Location of the policy on a surface in one language. Without a URL it is checked manually. */
const fields = [
  { name: 'surfaceId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'language', kind: 'text', required: true, maxLength: 35 },
  { name: 'url', kind: 'text', required: false, maxLength: 2000 },
] as const satisfies readonly Field[]

export type PolicyPage = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<PolicyPage>, context: CheckContext): CheckFault[] {
  return [
    ...unknown(rowNumber, 'surfaceId', cells.surfaceId, context.surfaces, 'unknown-surface'),
    ...badLanguages(rowNumber, [cells.language], 'language'),
    ...badAddress(rowNumber, cells.url, context),
  ]
}

export const policyPages = {
  table: 'policy_page',
  fields,
  key: ['surfaceId', 'language'],
  keeper: 'officer',
  references: { surfaceId: ['policy-surfaces'] },
  check,
} as const satisfies Description<PolicyPage>
