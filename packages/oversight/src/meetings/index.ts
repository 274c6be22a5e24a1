export type { Agenda, AgendaAction, AgendaDuty, AgendaGoal } from './agenda.ts'
export { holdMeeting, readAgenda } from './hold-meeting.ts'
export {
  type Attendee,
  type Meeting,
  type MeetingDecision,
  type MeetingState,
  meetingDay,
  meetingState,
} from './meeting.ts'
export { moveMeeting, planMeeting, proposedDay } from './plan-meeting.ts'
export type { MeetingAct, MeetingStore, Minutes } from './ports.ts'
export { decideInMeeting, finishMinutes, saveMinutes } from './record-minutes.ts'
