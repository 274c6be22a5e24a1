import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const scorecard = {
  columns: {
    status: 'Status',
    goal: 'Goal, and what is missing',
    now: 'Now',
    against: 'Against target',
    trend: 'Last periods',
    owner: 'Owner',
  },
  caption: (period: string) => `The five goals in the ${period}`,
  noFigures: (period: string) => `No data for the ${period}.`,
  toNewest: (period: string) => `Go to the ${period}`,
  verify: 'Verify',
  noValue: 'No figure',
  export: 'Export CSV',
  /** The columns of the file. */
  file: {
    period: 'Half-year',
    goal: 'Goal',
    result: 'Result',
    value: 'Value',
    target: 'Target',
    from: '95% interval from',
    to: '95% interval to',
    line: 'Evidence',
  },
  bullet: (value: string, target: string, interval: string | null) =>
    `${value}, target ${target}${interval ? `, 95% interval ${interval}` : ''}`,
  sparkline: (values: string) => `Last periods: ${values}`,
  changes: {
    title: 'Changed since the previous period',
    none: 'No earlier period to compare.',
    because: (likelihood: string) => `: ${likelihood}`,
    better: 'better',
    worse: 'worse',
    same: 'unchanged',
  },
  funnel: {
    title: 'Survey response',
    none: 'No wave opened for this half-year.',
    toWaves: 'Go to waves',
    invited: 'Invited',
    delivered: 'Delivered',
    written: 'Written to a folder, not sent',
    answered: 'Answered',
    rate: 'Response rate',
    open: (day: string) => `Open until ${day}; results follow after closing.`,
    closed: 'Closed; anonymization pending.',
    unlinked: 'Closed, anonymized.',
  },
  improvements: {
    title: 'Chosen improvements',
    none: 'None chosen from traveler feedback yet.',
    choose: 'Choose an improvement',
  },
  summary: {
    title: 'Executive summary',
    about: 'Emailed to every executive with the decisions needed.',
    preview: 'Preview',
    send: 'Send now',
    confirmTitle: 'Send the executive summary now?',
    confirm: 'Each executive gets an email in their language. It cannot be recalled.',
    sent: (letters: number) => (letters === 1 ? 'One email is on its way.' : `${n(letters)} emails are on their way.`),
    already: (day: string, people: number) =>
      `Already sent on ${day} to ${people === 1 ? 'one person' : `${n(people)} people`}.`,
    decisions: 'Decisions needed',
    noDecisions: 'None: no goal is off target.',
    close: 'Close',
  },
  empty: {
    first: 'Import first',
    title: 'No scorecard data yet.',
    lead: 'Import the registers; each goal appears once its register has records.',
    steps: [
      'Platforms and policy versions: where the policy is published.',
      'Staff roster and exam records: who has passed.',
      'Incidents and security assessments: how many leaks there were.',
      'Partners and audits: who has been audited.',
    ],
    travelers: 'Travelers of the half-year: then open a wave.',
    action: 'Go to registers',
    executive: 'The privacy officer has not imported any register yet. You will get the summary by email.',
  },
}
