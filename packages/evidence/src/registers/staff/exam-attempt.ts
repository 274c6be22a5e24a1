import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

const fields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'takenAt', kind: 'instant', required: true, past: true },
  { name: 'score', kind: 'integer', required: true, min: 0, max: 100 },
] as const satisfies readonly Field[]

export type ExamAttempt = RowOf<typeof fields>

export const examAttempts = {
  table: 'exam_attempt',
  fields,
  key: ['number', 'takenAt'],
  keeper: 'human-resources',
  personal: { fields: ['number', 'takenAt', 'score'], basis: 'legal-obligation' },
} as const satisfies Description<ExamAttempt>
