import type { CalendarDate, Instant } from '@wayproof/kernel'

/** The person to erase, by the number or the keyed hash of the address, at which moment and day of the organisation. */
export interface ErasureOf {
  readonly who: { readonly customerNumber: string } | { readonly emailKey: Uint8Array }
  readonly at: Instant
  readonly day: CalendarDate
}

/** Nothing of it depends on whether the person has answered or begun to. */
export interface Erasure {
  /** False where nobody has the address, which is kept from coming in all the same. */
  readonly found: boolean
  /** Whether the bytes are overwritten already; else the nightly deletion does it. */
  readonly overwritten: boolean
}
