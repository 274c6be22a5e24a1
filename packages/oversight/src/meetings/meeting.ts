import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { ActionText } from '../actions/action.ts'
import type { Agenda } from './agenda.ts'

/** Somebody who attended; people without an account are known by department or function only. */
export interface Attendee {
  /** Null for somebody without an account. */
  readonly userId: Id | null
  readonly name: string
}

export interface MeetingDecision {
  readonly id: Id
  readonly text: string
  /** The agreed action that follows from it, as decided; null if none does. */
  readonly action: (Omit<ActionText, 'text'> & { readonly id: Id }) | null
}

/** A privacy meeting. */
export interface Meeting {
  readonly id: Id
  readonly plannedOn: CalendarDate
  /** Null until it is held. */
  readonly heldOn: CalendarDate | null
  /** As of the moment at which it was opened; null before. */
  readonly agenda: Agenda | null
  readonly attendees: readonly Attendee[]
  readonly notes: string
  readonly decisions: readonly MeetingDecision[]
  /** Day of the next meeting; null if none is set. */
  readonly nextOn: CalendarDate | null
  /** Null while the minutes can change. */
  readonly finished: { readonly at: Instant; readonly by: string } | null
  /** Number of changes, without decisions. */
  readonly revision: number
}

export type MeetingState = 'planned' | 'held' | 'finished'

export const meetingState = ({ heldOn, finished }: Pick<Meeting, 'heldOn' | 'finished'>): MeetingState =>
  finished ? 'finished' : heldOn === null ? 'planned' : 'held'

/** The day that names a meeting. */
export const meetingDay = ({ heldOn, plannedOn }: Pick<Meeting, 'heldOn' | 'plannedOn'>): CalendarDate =>
  heldOn ?? plannedOn
