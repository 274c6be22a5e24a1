import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

export interface ChangingOfficer {
  readonly id: Id
  readonly name: string
}

/** A changed close of a wave: one officer proposes it, a second one decides. */
export interface CloseChange {
  readonly id: Id
  readonly waveId: Id
  /** The last day on which answers are accepted; null: immediately on approval. */
  readonly closesOn: CalendarDate | null
  /** Reason given by the officer. */
  readonly reason: string
  readonly proposedBy: ChangingOfficer
  readonly proposedAt: Instant
  /** Null while the proposal is pending. */
  readonly decided: { readonly approved: boolean; readonly by: ChangingOfficer; readonly at: Instant } | null
}

/** The effect of an approved change. */
export interface NewClose {
  readonly closesAt: Instant
  /** The closing date printed in letters not yet sent. */
  readonly closesOn: CalendarDate
}
