import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { ActionText } from '../actions/action.ts'
import { halfYearOfAction } from '../actions/agree-action.ts'
import type { Attendee } from './meeting.ts'
import type { MeetingAct, MeetingStore, Minutes } from './ports.ts'

export interface MinutesPorts {
  readonly meetings: Pick<MeetingStore, 'find' | 'people' | 'saveMinutes' | 'decide' | 'finish'>
  readonly clock: Clock
  readonly ids: Ids
  readonly timeZone: string
}

export interface SaveMinutes extends Omit<MeetingAct, 'at'>, Omit<Minutes, 'attendees'> {
  /** Ids of users who attended. */
  readonly users: readonly Id[]
  /** Departments or functions of people without an account. */
  readonly others: readonly string[]
}

/** Saves notes, attendees and the next date. Faults: `meeting-day-past`, `person-unknown`. */
export async function saveMinutes(
  { meetings, clock, timeZone }: Omit<MinutesPorts, 'ids'>,
  { users, others, ...minutes }: SaveMinutes,
): Promise<Outcome<null>> {
  const at = clock.now()
  if (minutes.nextOn !== null && minutes.nextOn <= dateAt(at, timeZone)) return fail('meeting-day-past')
  // A user who was removed since remains an attendee.
  const before = (await meetings.find(minutes.id))?.attendees ?? []
  const namesById = new Map(before.map(({ userId, name }) => [userId, name]))
  for (const { id, name } of await meetings.people()) namesById.set(id, name)
  const attendees: Attendee[] = others.map((name) => ({ userId: null, name }))
  for (const userId of [...users].reverse()) {
    const name = namesById.get(userId)
    if (name === undefined) return fail('person-unknown')
    attendees.unshift({ userId, name })
  }
  return meetings.saveMinutes({ ...minutes, attendees, at })
}

export interface Decide {
  readonly meetingId: Id
  readonly text: string
  /** The action that the decision becomes; null if it becomes none. */
  readonly action: Omit<ActionText, 'text'> | null
  readonly by: string
}

/** Records a decision, and agrees the action that it becomes. Fault: `due-date-past`. */
export async function decideInMeeting(
  { meetings, clock, ids, timeZone }: MinutesPorts,
  { meetingId, text, action, by }: Decide,
): Promise<Outcome<null>> {
  const at = clock.now()
  const today = dateAt(at, timeZone)
  if (action && action.dueOn <= today) return fail('due-date-past')
  const agreed = action && {
    ...{ ...action, text, id: ids.next(), period: halfYearOfAction(today), origin: 'meeting' as const },
    ...{ originId: meetingId, agreedAt: at, agreedBy: by },
  }
  return meetings.decide({ id: ids.next(), meetingId, text, action: agreed, at })
}

/** Finishes the minutes, which then no longer change. */
export const finishMinutes = (
  { meetings, clock, ids }: MinutesPorts,
  act: Omit<MeetingAct, 'at'> & { readonly decisions: number; readonly by: string },
): Promise<Outcome<null>> => meetings.finish({ ...act, at: clock.now(), nextId: ids.next() })
