import { type CheckContext, type CheckFault, unknown } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import type { Description } from './description.ts'

/**
 * One field of an online or paper form that collects customer data. `needed`: the purpose requires it; a mandatory
 * field that is not needed breaks data minimization. `noticeVersion`: the policy version that the form refers to, or
 * empty.
 */
const fields = [
  { name: 'pointId', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'form', kind: 'text', required: true },
  { name: 'place', kind: 'text', required: true, values: ['online', 'offline'] },
  { name: 'field', kind: 'text', required: true, maxLength: 128 },
  { name: 'mandatory', kind: 'yes-no', required: true },
  { name: 'needed', kind: 'yes-no', required: true },
  { name: 'purpose', kind: 'text', required: true },
  { name: 'noticeVersion', kind: 'text', required: false, code: true, maxLength: 64 },
  { name: 'checkedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type CollectionPoint = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<CollectionPoint>, context: CheckContext): CheckFault[] {
  const { noticeVersion } = cells
  if (noticeVersion === null) return []
  return unknown(rowNumber, 'noticeVersion', noticeVersion, context.versions, 'unknown-version')
}

export const collectionPoints = {
  table: 'collection_point',
  fields,
  key: ['pointId', 'field'],
  keeper: 'officer',
  check,
} as const satisfies Description<CollectionPoint>
