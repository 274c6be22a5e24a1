import type { CheckFault } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import type { Description } from './description.ts'
import { badLanguages } from './policies/language-tag.ts'

/** A publication that teaches customers about privacy: title, channel, day, audience and languages. */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'title', kind: 'text', required: true, maxLength: 200 },
  { name: 'place', kind: 'text', required: true, maxLength: 200 },
  { name: 'publishedOn', kind: 'day', required: true, past: true },
  { name: 'audience', kind: 'text', required: true, maxLength: 200 },
  { name: 'languages', kind: 'list', required: true },
] as const satisfies readonly Field[]

export type CustomerEducation = RowOf<typeof fields>

const check = ({ rowNumber, cells }: TableRow<CustomerEducation>): CheckFault[] =>
  badLanguages(rowNumber, cells.languages)

export const customerEducation = {
  table: 'customer_education',
  fields,
  key: ['id'],
  keeper: 'officer',
  check,
} as const satisfies Description<CustomerEducation>
