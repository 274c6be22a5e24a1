import { includes, parsePeriod } from '@wayproof/kernel'
import type { CheckFault } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'

/** The moment at which a person had completed all modules. */
export const trainingCompletionFields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'completedAt', kind: 'instant', required: true, past: true },
] as const satisfies readonly Field[]

export const examAttemptFields = [
  { name: 'number', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'takenAt', kind: 'instant', required: true, past: true },
  { name: 'score', kind: 'integer', required: true, min: 0, max: 100 },
] as const satisfies readonly Field[]

/** The all-staff session of a quarter. */
export const trainingSessionFields = [
  { name: 'quarter', kind: 'text', required: true, maxLength: 7 },
  { name: 'heldOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type TrainingCompletion = RowOf<typeof trainingCompletionFields>
export type ExamAttempt = RowOf<typeof examAttemptFields>
export type TrainingSession = RowOf<typeof trainingSessionFields>

export const trainingCompletionKey = (row: TrainingCompletion): string[] => [row.number, String(row.completedAt)]
export const examAttemptKey = (row: ExamAttempt): string[] => [row.number, String(row.takenAt)]
export const trainingSessionKey = (row: TrainingSession): string[] => [row.quarter]

/** A session counts only for the quarter in which it is held. */
export function checkTrainingSession({ rowNumber, cells }: TableRow<TrainingSession>): CheckFault[] {
  const quarter = parsePeriod(cells.quarter)
  if (quarter?.kind !== 'quarter') {
    return [{ rowNumber, field: 'quarter', code: 'bad-value', text: cells.quarter, expected: '2026-Q1' }]
  }
  if (includes(quarter, cells.heldOn)) return []
  return [{ rowNumber, field: 'heldOn', code: 'outside-quarter', text: cells.heldOn, expected: cells.quarter }]
}
