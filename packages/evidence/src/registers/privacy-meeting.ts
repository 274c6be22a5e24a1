import type { CheckFault } from '../checks/row-check.ts'
import type { Field, RowOf } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'
import type { Description } from './description.ts'

/** A quarterly privacy meeting, with its minutes and the state of the agreed actions. */
const fields = [
  { name: 'heldOn', kind: 'day', required: true, past: true },
  { name: 'minutes', kind: 'yes-no', required: true },
  { name: 'actionsAgreed', kind: 'integer', required: true, min: 0 },
  { name: 'actionsClosed', kind: 'integer', required: true, min: 0 },
] as const satisfies readonly Field[]

export type PrivacyMeeting = RowOf<typeof fields>

function check({ rowNumber, cells }: TableRow<PrivacyMeeting>): CheckFault[] {
  const { actionsAgreed, actionsClosed } = cells
  if (actionsClosed <= actionsAgreed) return []
  const expected = `0–${actionsAgreed}`
  return [{ rowNumber, field: 'actionsClosed', code: 'bad-number', text: `${actionsClosed}`, expected }]
}

export const privacyMeetings = {
  table: 'privacy_meeting',
  fields,
  key: ['heldOn'],
  keeper: 'officer',
  check,
} as const satisfies Description<PrivacyMeeting>
