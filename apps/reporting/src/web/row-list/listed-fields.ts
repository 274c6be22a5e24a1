import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'

/** As many columns as fit beside the column for the source. */
const MAX_FIELDS = 7

/** Chooses the columns of a list: all if they fit, otherwise required fields first. The row's page shows the rest. */
export function listedFields(register: RegisterId): readonly Field[] {
  const fields: readonly Field[] = registers[register].fields
  if (fields.length <= MAX_FIELDS) return fields
  const short = fields.filter(({ kind }) => kind !== 'list')
  const selectedFields = [
    ...short.filter(({ required }) => required),
    ...short.filter(({ required }) => !required),
  ].slice(0, MAX_FIELDS)
  return fields.filter((field) => selectedFields.includes(field))
}
