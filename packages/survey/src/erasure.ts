import type { CalendarDate, Instant } from '@wayproof/kernel'

/** Whom to erase, by the number or the keyed hash of the address, at which moment and day of the organisation. */
export interface ErasureOf {
  readonly who: { readonly customerNumber: string } | { readonly emailKey: Uint8Array }
  readonly at: Instant
  readonly day: CalendarDate
}

export interface Erasure {
  /** Rows that were about the person; none where nobody has the address, which is kept from coming in all the same. */
  readonly places: number
  /** Whether their bytes are overwritten already; else the nightly deletion does it. */
  readonly overwritten: boolean
}
