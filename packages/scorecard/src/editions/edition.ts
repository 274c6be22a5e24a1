import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { FigureChange } from '../closing/figure-change.ts'
import type { HoldReason } from './hold-reason.ts'

/** An officer mails `now` by hand; `monthly` and `quarterly` report figures of the running half-year. */
export const EDITION_KINDS = ['preliminary', 'record', 'sealed', 'monthly', 'quarterly', 'now'] as const
export type EditionKind = (typeof EDITION_KINDS)[number]

/** `superseded`: a later edition of the half-year was due first, so this one is not sent. */
export const EDITION_STATES = ['held', 'awaiting-approval', 'sent', 'superseded'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** The event from which an edition's due date is counted. */
export type DueCause =
  | 'wave-unlinked'
  | 'wave-to-close'
  | 'wave-never-opened'
  | 'half-year-ended'
  | 'half-year-closed'
  | 'month-ended'
  | 'quarter-ended'
  | 'officer'

/** How an edition was sent: `as-is` by an officer's decision and `automatic` after the longest hold, both with gaps. */
export type Release = 'on-time' | 'mended' | 'as-is' | 'automatic' | 'approved' | 'officer'

/** The reader of a letter: executives read the goals in the paper's order, owners their own first. */
export type EditionReaderKind = 'executive' | Owner

export const MOST_COMMENT_CHARACTERS = 600

/** An edition of the summary of a half-year: its due date, its gaps and its state. */
export interface Edition {
  readonly id: Id
  readonly kind: EditionKind
  /** The half-year of its figures. */
  readonly period: PeriodKey
  /** The half-year, month or quarter that has one edition of this kind; an ID for editions mailed by hand. */
  readonly occasion: string
  readonly state: EditionState
  readonly dueOn: CalendarDate
  readonly dueBecause: DueCause
  readonly openedAt: Instant
  readonly heldAt: Instant | null
  /** The day on which it is sent with its gaps, unless they are closed before. */
  readonly sendsOn: CalendarDate | null
  /** Reasons for holding it; once it is sent, the gaps that it states. */
  readonly reasons: readonly HoldReason[]
  readonly release: Release | null
  readonly decidedBy: string | null
  readonly comment: string | null
  readonly endedAt: Instant | null
  /** SHA-256 of its figures; null until it is sent. */
  readonly digest: string | null
  /** Number of recipients. */
  readonly people: number
}

/** Data about its edition that a letter prints. */
export interface EditionHeading {
  readonly id: Id
  readonly kind: EditionKind
  readonly occasion: string
  readonly issuedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly dueBecause: DueCause
  /** Days after its date; 0 if it was begun in time, even if it was held since. */
  readonly lateDays: number
  readonly release: Release
  readonly gaps: readonly HoldReason[]
  /** Last day for the requested decisions. */
  readonly decideBy: CalendarDate | null
  readonly comment: { readonly text: string; readonly by: string } | null
  /** The code of the figures' digest, as printed. */
  readonly code: string
  /** The previous edition of the half-year, and every figure that changed since. */
  readonly since: {
    readonly kind: EditionKind
    readonly issuedOn: CalendarDate
    readonly changes: readonly FigureChange[]
  } | null
}
