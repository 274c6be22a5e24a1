import type { DeadlineKind } from '@wayproof/oversight/deadlines/deadline'

/** The button of a waiting task. */
const acts: Readonly<Record<DeadlineKind, string>> = {
  notice: 'Report',
  request: 'Answer',
  report: 'Open',
  'audit-finding': 'Correct',
  'security-finding': 'Fix',
  agreement: 'Renew',
  assessment: 'Record',
  'empty-month': 'Confirm',
  'partner-audit': 'Open',
  'policy-review': 'Review',
  action: 'Record',
  improvement: 'Record',
  meeting: 'Open',
  freeze: 'Freeze',
  signature: 'Sign',
  seal: 'Close',
  opening: 'Ask',
  holidays: 'Enter',
}

export const home = {
  /** `result`: the sentence of the goals. */
  asked: (n: number, result: string) =>
    `${n === 1 ? 'One decision is asked of you.' : `${n} decisions are asked of you.`} ${result}`,
  waiting: {
    title: 'Waiting for me',
    count: (n: number, overdue: number) => (overdue === 0 ? `${n}` : `${n}, ${overdue} overdue`),
    none: 'Nothing is due within 30 days.',
    due: (day: string) => `due ${day}`,
    acts,
  },
  coming: {
    title: 'Next 60 days',
    count: (n: number) => (n === 1 ? '1 deadline' : `${n} deadlines`),
    list: 'As a list',
    none: 'No deadline, wave or end of a half-year in the next 60 days.',
    overdue: (n: number) => `${n} overdue`,
    duties: (n: number) => `${n} deadlines`,
    today: (day: string) => `today, ${day}`,
    halfYearEnds: 'Half-year ends',
    waveOpens: 'Wave opens',
    waveCloses: 'Wave closes',
  },
  decided: {
    title: (day: string) => `Decided on ${day}`,
    agreed: 'Agreed actions',
    minutes: 'Minutes',
    next: (day: string) => `Next: ${day}`,
    plan: 'Meetings',
    actions: 'All actions',
    nothing: 'The meeting decided nothing.',
    none: 'No meeting has been held yet, and no action is agreed.',
    by: (day: string) => `by ${day}`,
    noAction: 'no action',
    open: 'Open',
    done: 'Done',
    'under-way': 'Under way',
    dropped: 'Dropped',
  },
}
