import type { NoticeState } from '@wayproof/evidence/notices/notice-clock'
import { count } from '../../number-format.ts'

const states: Record<NoticeState, string> = {
  undecided: 'Undecided',
  'undecided-overdue': 'Overdue, undecided',
  'not-wanted': 'Not required',
  'no-start': 'No start time',
  running: 'Open',
  'at-once': 'Due at once',
  overdue: 'Overdue',
  given: 'Reported on time',
  'given-incomplete': 'Reported on time, incomplete',
  'given-late': 'Reported late',
}

function span(hours: number): string {
  if (hours < 1) return 'less than an hour'
  const [n, unit] = hours < 48 ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day']
  return n === 1 ? `1 ${unit}` : `${count(n, 'en')} ${unit}s`
}

/** The duties to notify of an incident. */
export const incidents = {
  title: 'Notification duties',
  none: 'No open duty: no customer data known to be disclosed.',
  record: 'Record a notification',
  duty: 'Duty',
  state: 'Status',
  due: 'Due date',
  dueBy: (when: string) => `due ${when}`,
  givenOn: (when: string) => `reported ${when}`,
  /** In hours, whole days from two days on. */
  lateBy: (hours: number) => `Late by ${span(hours)}`,
  given: 'Reported',
  told: 'Required content',
  fact: (fact: string, isReported: boolean) => (isReported ? fact : `${fact} (not yet reported)`),
  zone: (timeZone: string) =>
    `Times are in ${timeZone}. Legal deadlines run from the moment the company knew of the incident.`,
  states,
}
