import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'

/**
 * The person to erase, by customer number or keyed address hash, with the moment and the day in the organization's time
 * zone.
 */
export interface ErasureOf {
  readonly person: { readonly customerNumber: string } | { readonly emailKey: Uint8Array }
  readonly at: Instant
  readonly day: CalendarDate
}

/** No field depends on whether the person has answered or saved a draft. */
export interface Erasure {
  /** False if the address is not in the register; it is suppressed all the same. */
  readonly found: boolean
  /** True if the deleted bytes are already overwritten; otherwise the nightly deletion overwrites them. */
  readonly overwritten: boolean
}
