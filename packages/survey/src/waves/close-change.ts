import type { CalendarDate, Id, Instant } from '@wayproof/kernel'

export interface ChangingOfficer {
  readonly id: Id
  readonly name: string
}

/** Another end of a wave than the one sealed at opening: one officer proposes it, a second one decides. */
export interface CloseChange {
  readonly id: Id
  readonly waveId: Id
  /** The last day on which answers are taken; null: as soon as it is approved. */
  readonly closesOn: CalendarDate | null
  /** In the officer's own words. */
  readonly reason: string
  readonly proposedBy: ChangingOfficer
  readonly proposedAt: Instant
  /** Null while it waits. */
  readonly decided: { readonly approved: boolean; readonly by: ChangingOfficer; readonly at: Instant } | null
}

/** What an approved change makes of a wave. */
export interface NewClose {
  readonly closesAt: Instant
  /** What the letters that still wait say. */
  readonly closesOn: CalendarDate
}
