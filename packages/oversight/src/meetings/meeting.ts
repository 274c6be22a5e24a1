import { addMonths, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { type Action, type ActionText, isOpenAction } from '../actions/action.ts'
import { type Deadline, type DeadlineKind, deadlineOf, type OpenDuty } from '../deadlines/deadline.ts'
import { byDue, isOverdue } from '../deadlines/urgency.ts'

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

const MONTHS_BETWEEN = 3

/** The day proposed for the next meeting: the one agreed in the last minutes, or three months after the last meeting. */
export function proposedDay(meetings: readonly Meeting[], today: CalendarDate): CalendarDate {
  const [last] = meetings.filter(({ heldOn }) => heldOn !== null)
  const proposed = last ? (last.nextOn ?? addMonths(meetingDay(last), MONTHS_BETWEEN)) : today
  return proposed < today ? today : proposed
}

/** A goal that is off target or within tolerance, or behind while it runs. */
export interface AgendaGoal {
  readonly period: PeriodKey
  readonly goal: string
  readonly status: 'red' | 'amber'
  /** Its status is a pace. Absent in the minutes of earlier versions. */
  readonly isRunning?: boolean
}

export type AgendaDuty = Pick<Deadline, 'kind' | 'subject' | 'part' | 'name' | 'due'>

export type AgendaAction = Pick<Action, 'id' | 'origin' | 'originId' | 'text' | 'owner' | 'dueOn'>

/** The points of a meeting, as they were at a moment. */
export interface Agenda {
  readonly at: Instant
  /** Off-target goals come first. */
  readonly goals: readonly AgendaGoal[]
  /** Overdue ones, those that ended first before the others. */
  readonly duties: readonly AgendaDuty[]
  /** Open ones, those due first before the others. */
  readonly actions: readonly AgendaAction[]
}

/** Duties about single people, whom minutes must not show, and the ones that the agenda lists as actions. */
const LEFT_OUT: readonly DeadlineKind[] = ['request', 'report', 'action', 'improvement', 'meeting']

export interface AgendaSources {
  readonly goals: readonly AgendaGoal[]
  readonly duties: readonly OpenDuty[]
  readonly actions: readonly Action[]
}

export function agendaOf({ goals, duties, actions }: AgendaSources, at: Instant, timeZone: string): Agenda {
  return {
    at,
    goals: [...goals].sort((a, b) => (a.status === b.status ? 0 : a.status === 'red' ? -1 : 1)),
    duties: duties
      .map(deadlineOf)
      .filter(({ kind, due }) => !LEFT_OUT.includes(kind) && isOverdue(due, at, timeZone))
      .sort(byDue(timeZone))
      .map(({ kind, subject, part, name, due }) => ({ kind, subject, part, name, due })),
    actions: actions
      .filter(isOpenAction)
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .map(({ id, origin, originId, text, owner, dueOn }) => ({ id, origin, originId, text, owner, dueOn })),
  }
}

const rank = ({ dueOn, id }: { readonly dueOn: CalendarDate; readonly id: string }) => `${dueOn} ${id}`
