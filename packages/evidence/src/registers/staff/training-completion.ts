import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

/** The moment at which a person had completed all modules. */
const fields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'completedAt', kind: 'instant', required: true, past: true },
] as const satisfies readonly Field[]

export type TrainingCompletion = RowOf<typeof fields>

export const trainingCompletions = {
  table: 'training_completion',
  fields,
  key: ['number', 'completedAt'],
  keeper: 'human-resources',
  personal: { fields: ['number', 'completedAt'], basis: 'legal-obligation' },
} as const satisfies Description<TrainingCompletion>
