import type { Field, RowOf } from '../import/field.ts'
import { SURFACE_KINDS } from './policy.ts'

/** Bookings of a month by channel: the exposure for incident rates and the weight of a platform. */
export const bookingsFields = [
  { name: 'month', kind: 'month', required: true, past: true },
  { name: 'channel', kind: 'text', required: true, maxLength: 64, known: SURFACE_KINDS },
  { name: 'count', kind: 'integer', required: true, min: 0 },
] as const satisfies readonly Field[]

export type Bookings = RowOf<typeof bookingsFields>

export const bookingsKey = (bookings: Bookings): string[] => [bookings.month, bookings.channel]
