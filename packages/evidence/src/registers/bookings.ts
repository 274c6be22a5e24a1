import type { Field, RowOf } from '../import/field.ts'
import type { Description } from './description.ts'
import { SURFACE_KINDS } from './policies/policy-surface.ts'

/** Bookings of a month by channel: the exposure for incident rates and the weight of a platform. */
const fields = [
  { name: 'month', kind: 'month', required: true, past: true },
  { name: 'channel', kind: 'text', required: true, maxLength: 64, known: SURFACE_KINDS },
  { name: 'count', kind: 'integer', required: true, min: 0 },
] as const satisfies readonly Field[]

export type Bookings = RowOf<typeof fields>

export const bookings = {
  table: 'bookings',
  fields,
  key: ['month', 'channel'],
  keeper: 'customer-service',
} as const satisfies Description<Bookings>
