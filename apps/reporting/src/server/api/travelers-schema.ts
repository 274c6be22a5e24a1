import { TRAVELER_FIELDS, type TravelerField } from '@wayproof/survey'
import { z } from 'zod'

export const MAX_TRAVELERS = 5_000

/** What a text of each kind looks like; the reader of rows decides, this is told to those who write them. */
const FORMS = {
  text: {},
  month: { pattern: '^\\d{4}-\\d{2}$', examples: ['2026-03'] },
  day: { format: 'date', examples: ['2026-03-01'] },
  'yes-no': {},
} as const

function fieldSchema(field: (typeof TRAVELER_FIELDS)[number]) {
  const type = field.kind === 'yes-no' ? z.boolean() : 'values' in field ? z.enum(field.values) : z.string()
  const told = FORMS[field.kind]
  return field.required ? type.meta(told) : type.nullable().optional().meta(told)
}

const entries = TRAVELER_FIELDS.map((field) => [field.name, fieldSchema(field)] as const)

/** One traveler: the columns of a traveler file, with true and false. A field too many is refused, not dropped. */
export const travelerSchema = z.strictObject(
  Object.fromEntries(entries) as Record<TravelerField, ReturnType<typeof fieldSchema>>,
)

export const travelersSchema = z.array(travelerSchema).min(1).max(MAX_TRAVELERS)
