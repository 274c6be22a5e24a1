import { type CheckContext, type CheckFault, outOfOrder, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'
import { badLanguages } from './language-tag.ts'

/** Result of a check of a surface: the version shown in these languages, since when, and the day of the last check. */
const fields = [
  { name: 'surfaceId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'languages', kind: 'list', required: true },
  { name: 'version', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'publishedOn', kind: 'day', required: true, past: true },
  { name: 'checkedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type PolicyCheck = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<PolicyCheck>, context: CheckContext): CheckFault[] {
  return [
    ...unknown(rowNumber, 'surfaceId', cells.surfaceId, context.surfaces, 'unknown-surface'),
    ...unknown(rowNumber, 'version', cells.version, context.versions, 'unknown-version'),
    ...badLanguages(rowNumber, cells.languages),
    ...outOfOrder(rowNumber, cells.publishedOn, 'checkedOn', cells.checkedOn),
  ]
}

export const policyChecks = {
  table: 'policy_check',
  fields,
  key: ['surfaceId', 'languages', 'version', 'checkedOn'],
  keeper: 'officer',
  itemColumn: { field: 'languages', column: 'language' },
  references: { surfaceId: ['policy-surfaces'], version: ['policy-versions'] },
  check,
} as const satisfies Description<PolicyCheck>
