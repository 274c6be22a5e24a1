import type { Field } from '@wayproof/evidence/import/field'
import { z } from 'zod'

export const MAX_ROWS = 5_000

/** Text formats by kind, for the documentation only; the reader of rows decides. */
const FORMS: Partial<Record<Field['kind'], Record<string, unknown>>> = {
  month: { pattern: '^\\d{4}-\\d{2}$', examples: ['2026-03'] },
  day: { format: 'date', examples: ['2026-03-01'] },
  'partial-date': { pattern: '^\\d{4}(-\\d{2}){0,2}$', examples: ['2026', '2026-03', '2026-03-01'] },
  instant: { format: 'date-time', examples: ['2026-03-01T09:30:00+08:00'] },
}

function typeOf({ kind, values, min, max }: Field): z.ZodType {
  if (values) return z.enum(values)
  if (kind === 'yes-no') return z.boolean()
  if (kind === 'list') return z.array(z.string()).min(1).max(100)
  if (kind !== 'integer' && kind !== 'number') return z.string()
  const number = kind === 'integer' ? z.int() : z.number()
  const from = min === undefined ? number : number.min(min)
  return max === undefined ? from : from.max(max)
}

function fieldSchema(field: Field): z.ZodType {
  const type = typeOf(field).meta(FORMS[field.kind] ?? {})
  return field.required
    ? type
    : type
        .nullable()
        .optional()
        .meta(FORMS[field.kind] ?? {})
}

/**
 * One row: the columns of the register's own file, with booleans and numbers as JSON. An unknown field is refused, not
 * dropped.
 */
export const rowSchema = (fields: readonly Field[]) =>
  z.strictObject(Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])))
