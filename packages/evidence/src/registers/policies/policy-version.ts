import { type CheckFault, outOfOrder } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'

/** `effectiveOn`: first day in force; empty means the day of approval. */
const fields = [
  { name: 'version', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'approvedOn', kind: 'day', required: true, past: true },
  { name: 'effectiveOn', kind: 'day', required: false, planned: true },
] as const satisfies readonly Field[]

export type PolicyVersion = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<PolicyVersion>): CheckFault[] {
  return outOfOrder(rowNumber, cells.approvedOn, 'effectiveOn', cells.effectiveOn)
}

export const policyVersions = {
  table: 'policy_version',
  fields,
  key: ['version'],
  keeper: 'officer',
  check,
} as const satisfies Description<PolicyVersion>
