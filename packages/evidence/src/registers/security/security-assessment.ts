import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

/** The yearly security assessment. Only one of full scope counts. */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'performedOn', kind: 'day', required: true, past: true },
  { name: 'fullScope', kind: 'yes-no', required: true },
] as const satisfies readonly Field[]

export type SecurityAssessment = RowOf<typeof fields>

export const securityAssessments = {
  table: 'security_assessment',
  fields,
  key: ['id'],
  keeper: 'it-security',
} as const satisfies Description<SecurityAssessment>
