import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { AgreedAction } from '../actions/action.ts'
import type { Agenda } from './agenda.ts'
import type { Attendee, Meeting } from './meeting.ts'

/** An act on a meeting, refused if the meeting was changed since the user saw it. */
export interface MeetingAct {
  readonly id: Id
  /** Number of changes that the user had seen. */
  readonly seen: number
  readonly at: Instant
}

export interface Minutes {
  readonly notes: string
  readonly attendees: readonly Attendee[]
  readonly nextOn: CalendarDate | null
}

export interface FinishedMinutes extends MeetingAct {
  /** Number of decisions that the user had seen. */
  readonly decisions: number
  readonly by: string
  /** Id for the meeting of the next date. */
  readonly nextId: Id
}

export interface NewDecision {
  readonly id: Id
  readonly meetingId: Id
  readonly text: string
  readonly action: AgreedAction | null
  readonly at: Instant
}

/**
 * Faults of all acts: `meeting-unknown`, `changed-meanwhile`, `meeting-held` of those before a meeting, `meeting-not-held`
 * and `meeting-finished` of those on its minutes.
 */
export interface MeetingStore {
  /** Latest first. */
  list(): Promise<readonly Meeting[]>
  find(id: Id): Promise<Meeting | null>
  /** Users who can attend, by name. */
  people(): Promise<readonly { readonly id: Id; readonly name: string; readonly role: string }[]>
  plan(meeting: Pick<Meeting, 'id' | 'plannedOn'> & { readonly at: Instant; readonly by: string }): Promise<void>
  move(act: MeetingAct & Pick<Meeting, 'plannedOn'>): Promise<Outcome<null>>
  cancel(act: MeetingAct): Promise<Outcome<null>>
  /** Opens the meeting and stores its agenda. Fault: `meeting-day-taken` if the register has a meeting of this day. */
  hold(act: MeetingAct & { readonly heldOn: CalendarDate; readonly agenda: Agenda }): Promise<Outcome<null>>
  saveMinutes(act: MeetingAct & Minutes): Promise<Outcome<null>>
  decide(decision: NewDecision): Promise<Outcome<null>>
  /** Removes a decision with its action. Faults: `decision-unknown`, `decision-acted-on`. */
  removeDecision(decision: Pick<NewDecision, 'id' | 'meetingId' | 'at'>): Promise<Outcome<null>>
  /**
   * Makes the minutes unchangeable, writes the row of the register and plans the next meeting. Faults:
   * `attendees-missing`, `meeting-day-taken`.
   */
  finish(minutes: FinishedMinutes): Promise<Outcome<null>>
}
