import type { Field, RowOf } from '../import/field.ts'

/** A computer system and the encryption of its customer data. */
export const systemFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'name', kind: 'text', required: true },
  { name: 'customerData', kind: 'yes-no', required: true },
  { name: 'encryptedAtRest', kind: 'yes-no', required: true },
  { name: 'encryptedInTransit', kind: 'yes-no', required: true },
  { name: 'checkedOn', kind: 'day', required: true, past: true },
] as const satisfies readonly Field[]

export type SystemEntry = RowOf<typeof systemFields>

export const systemKey = (row: SystemEntry): string[] => [row.id]
