import type { Field, RowOf } from '../../import/field.ts'
import type { Description } from '../description.ts'

/** A computer system and the encryption of its customer data. */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  { name: 'customerData', kind: 'yes-no', required: true },
  { name: 'encryptedAtRest', kind: 'yes-no', required: true },
  { name: 'encryptedInTransit', kind: 'yes-no', required: true },
  { name: 'checkedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type SystemEntry = RowOf<typeof fields>

export const systems = {
  table: 'system',
  fields,
  key: ['id'],
  keeper: 'it-security',
} as const satisfies Description<SystemEntry>
