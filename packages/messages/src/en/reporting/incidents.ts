import type { NoticeState } from '@wayproof/evidence'

const states: Record<NoticeState, string> = {
  undecided: 'Not decided',
  'not-wanted': 'Not wanted',
  'no-start': 'No start noted',
  running: 'Running',
  'at-once': 'Due at once',
  overdue: 'Overdue',
  given: 'Given in time',
  'given-incomplete': 'In time, incomplete',
  'given-late': 'Given late',
}

/** The duties to tell of an incident. */
export const incidents = {
  title: 'Duties to tell',
  none: 'No duty is open: no customers’ data are out, as far as the register knows.',
  record: 'Record a notice',
  duty: 'Duty',
  state: 'State',
  due: 'Due',
  given: 'Given',
  told: 'What the law wants told',
  fact: (fact: string, told: boolean) => (told ? fact : `${fact}, not told yet`),
  zone: (timeZone: string) =>
    `Times are in ${timeZone}. The hours of a law run from the moment the company knew of the incident.`,
  states,
}
