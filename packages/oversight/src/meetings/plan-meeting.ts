import { addMonths, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Meeting, meetingDay } from './meeting.ts'
import type { MeetingAct, MeetingStore } from './ports.ts'

export interface PlanMeetingPorts {
  readonly meetings: Pick<MeetingStore, 'plan' | 'move'>
  readonly clock: Clock
  readonly ids: Ids
  readonly timeZone: string
}

const MONTHS_BETWEEN = 3

/** The day proposed for the next meeting: the one agreed in the last minutes, or three months after the last meeting. */
export function proposedDay(meetings: readonly Meeting[], today: CalendarDate): CalendarDate {
  const [last] = meetings.filter(({ heldOn }) => heldOn !== null)
  const proposed = last ? (last.nextOn ?? addMonths(meetingDay(last), MONTHS_BETWEEN)) : today
  return proposed < today ? today : proposed
}

/** Plans a meeting for today or later. Fault: `meeting-day-past`. */
export async function planMeeting(
  { meetings, clock, ids, timeZone }: PlanMeetingPorts,
  { plannedOn, by }: { readonly plannedOn: CalendarDate; readonly by: string },
): Promise<Outcome<Id>> {
  const at = clock.now()
  if (plannedOn < dateAt(at, timeZone)) return fail('meeting-day-past')
  const id = ids.next()
  await meetings.plan({ id, plannedOn, at, by })
  return ok(id)
}

/** Moves a planned meeting to another day. Fault: `meeting-day-past`. */
export async function moveMeeting(
  { meetings, clock, timeZone }: Omit<PlanMeetingPorts, 'ids'>,
  move: Omit<MeetingAct, 'at'> & { readonly plannedOn: CalendarDate },
): Promise<Outcome<null>> {
  const at = clock.now()
  if (move.plannedOn < dateAt(at, timeZone)) return fail('meeting-day-past')
  return meetings.move({ ...move, at })
}
