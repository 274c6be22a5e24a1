import { includes, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { CheckFault } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import type { Description } from '../description.ts'

/** The all-staff session of a quarter. */
const fields = [
  { name: 'quarter', kind: 'text', required: true, maxLength: 7 },
  { name: 'heldOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type TrainingSession = RowOf<typeof fields>

/** A session counts only for the quarter in which it is held. */
function check({ rowNumber, cells }: TableRow<TrainingSession>): CheckFault[] {
  const quarter = parsePeriod(cells.quarter)
  if (quarter?.kind !== 'quarter') {
    return [{ rowNumber, field: 'quarter', code: 'bad-value', text: cells.quarter, expected: '2026-Q1' }]
  }
  if (includes(quarter, cells.heldOn)) return []
  return [{ rowNumber, field: 'heldOn', code: 'outside-quarter', text: cells.heldOn, expected: cells.quarter }]
}

export const trainingSessions = {
  table: 'training_session',
  fields,
  key: ['quarter'],
  keeper: 'human-resources',
  check,
} as const satisfies Description<TrainingSession>
