import type { Field, RowOf } from '../import/field.ts'

/** The yearly security assessment. Only one of full scope counts. */
export const securityAssessmentFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'performedOn', kind: 'day', required: true, past: true },
  { name: 'fullScope', kind: 'yes-no', required: true },
] as const satisfies readonly Field[]

export type SecurityAssessment = RowOf<typeof securityAssessmentFields>

export const securityAssessmentKey = (assessment: SecurityAssessment): string[] => [assessment.id]
