import { type CheckFault, type Known, unknown } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/read-table.ts'

/**
 * One field of a form on which customers' data are collected, online or on paper. `needed`: the purpose cannot be
 * fulfilled without it; a field that is mandatory and not needed is more than minimal. `noticeVersion`: the policy version
 * that the form refers to; empty when it refers to none.
 */
export const collectionPointFields = [
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

export type CollectionPoint = RowOf<typeof collectionPointFields>

export const collectionPointKey = (row: CollectionPoint): string[] => [row.pointId, row.field]

export function checkCollectionPoint({ rowNumber, cells }: TableRow<CollectionPoint>, known: Known): CheckFault[] {
  const { noticeVersion } = cells
  if (noticeVersion === null) return []
  return unknown(rowNumber, 'noticeVersion', noticeVersion, known.versions, 'unknown-version')
}
