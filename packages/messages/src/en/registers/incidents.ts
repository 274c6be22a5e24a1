import type { NoticeState } from '@wayproof/evidence'
import { count } from '../../number-format.ts'

const states: Record<NoticeState, string> = {
  undecided: 'Not decided',
  'undecided-overdue': 'Overdue, not decided',
  'not-wanted': 'Not wanted',
  'no-start': 'No start noted',
  running: 'Running',
  'at-once': 'Due at once',
  overdue: 'Overdue',
  given: 'Given in time',
  'given-incomplete': 'In time, incomplete',
  'given-late': 'Given late',
}

function span(hours: number): string {
  if (hours < 1) return 'less than an hour'
  const [n, unit] = hours < 48 ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day']
  return n === 1 ? `1 ${unit}` : `${count(n, 'en')} ${unit}s`
}

/** The duties to tell of an incident. */
export const incidents = {
  title: 'Duties to tell',
  none: 'No duty is open: no customers’ data are out, as far as the register knows.',
  record: 'Record a notice',
  duty: 'Duty',
  state: 'State',
  due: 'Due',
  /** In hours, whole days from two days on. */
  lateBy: (hours: number) => `Late by ${span(hours)}`,
  given: 'Given',
  told: 'What the law wants told',
  fact: (fact: string, told: boolean) => (told ? fact : `${fact}, not told yet`),
  zone: (timeZone: string) =>
    `Times are in ${timeZone}. The hours of a law run from the moment the company knew of the incident.`,
  states,
}
