import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { type Action, isOpenAction } from '../actions/action.ts'
import { type Deadline, type DeadlineKind, deadlineOf, type OpenDuty } from '../deadlines/deadline.ts'
import { byDue, isOverdue } from '../deadlines/urgency.ts'

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
