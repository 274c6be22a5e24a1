import type { CheckFault } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import { badLanguages } from './policy.ts'

/** A publication that teaches customers about privacy: title, channel, day, audience and languages. */
export const customerEducationFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'title', kind: 'text', required: true, maxLength: 200 },
  { name: 'place', kind: 'text', required: true, maxLength: 200 },
  { name: 'publishedOn', kind: 'day', required: true, past: true },
  { name: 'audience', kind: 'text', required: true, maxLength: 200 },
  { name: 'languages', kind: 'list', required: true },
] as const satisfies readonly Field[]

export type CustomerEducation = RowOf<typeof customerEducationFields>

export const customerEducationKey = (row: CustomerEducation): string[] => [row.id]

export const checkCustomerEducation = ({ rowNumber, cells }: TableRow<CustomerEducation>): CheckFault[] =>
  badLanguages(rowNumber, cells.languages)
