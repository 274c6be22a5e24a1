import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { ActionListStore } from '../actions/ports.ts'
import type { DeadlineStore } from '../deadlines/ports.ts'
import { type Agenda, type AgendaGoal, agendaOf } from './agenda.ts'
import type { MeetingAct, MeetingStore } from './ports.ts'

export interface AgendaPorts {
  readonly actionList: Pick<ActionListStore, 'list'>
  readonly deadlines: Pick<DeadlineStore, 'duties'>
  /** Red and amber goals of the published scorecards of the running half-year and the one before. */
  readonly redAndAmberGoals: () => Promise<readonly AgendaGoal[]>
  readonly clock: Clock
  readonly timeZone: string
}

/** The agenda as of now. */
export async function readAgenda({
  actionList,
  deadlines,
  redAndAmberGoals,
  clock,
  timeZone,
}: AgendaPorts): Promise<Agenda> {
  const at = clock.now()
  const goals = await redAndAmberGoals()
  const duties = await deadlines.duties(at, timeZone)
  return agendaOf({ goals, duties, actions: await actionList.list() }, at, timeZone)
}

/** Opens a meeting of today or an earlier day and fixes its agenda. Fault: `meeting-in-future`. */
export async function holdMeeting(
  ports: AgendaPorts & { readonly meetings: Pick<MeetingStore, 'hold'> },
  { heldOn, ...act }: Omit<MeetingAct, 'at'> & { readonly heldOn: CalendarDate },
): Promise<Outcome<null>> {
  const agenda = await readAgenda(ports)
  if (heldOn > dateAt(agenda.at, ports.timeZone)) return fail('meeting-in-future')
  return ports.meetings.hold({ ...act, heldOn, agenda, at: agenda.at })
}
