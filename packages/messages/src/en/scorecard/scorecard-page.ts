import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

export const scorecard = {
  columns: {
    status: 'Status',
    goal: 'Goal, and what is missing',
    now: 'Now',
    against: 'Against target, with interval',
    trend: 'Last periods',
    owner: 'Owner',
  },
  caption: (period: string) => `The five goals in the ${period}`,
  noFigures: (period: string) => `There is nothing for ${period}.`,
  toNewest: (period: string) => `To the newest scorecard: ${period}`,
  verify: 'Verify',
  noValue: 'No figure',
  bullet: (value: string, target: string, interval: string | null) =>
    `${value}, target ${target}${interval ? `, 95% interval ${interval}` : ''}`,
  sparkline: (values: string) => `Last periods: ${values}`,
  changes: {
    title: 'What changed since the period before',
    none: 'There is nothing to compare with yet.',
    because: (likelihood: string) => `: ${likelihood}`,
    better: 'better',
    worse: 'worse',
    same: 'unchanged',
  },
  funnel: {
    title: 'How many travelers answered',
    none: 'No wave was opened for this half-year.',
    toWaves: 'To the waves',
    invited: 'Invited',
    delivered: 'Delivered',
    written: 'Written to a folder, not sent',
    answered: 'Answered',
    rate: 'Answered of invited',
    open: (day: string) => `The wave is open until ${day}; results are shown once it is closed.`,
    closed: 'Closed; answers are not yet unlinked from invitations.',
    unlinked: 'Closed; answers can no longer be tied to a person.',
  },
  improvements: {
    title: 'Improvements chosen',
    none: 'None chosen from the feedback yet.',
    choose: 'Choose one',
  },
  summary: {
    title: 'Executive summary',
    about: 'The same figures go to every executive by mail, with the decisions asked of them.',
    preview: 'Preview',
    send: 'Mail now',
    confirmTitle: 'Mail the executive summary now?',
    confirm: 'Every executive gets a letter in his or her language. A letter that is sent cannot be taken back.',
    sent: (letters: number) => (letters === 1 ? 'One email is on its way.' : `${n(letters)} emails are on their way.`),
    already: (day: string, people: number) =>
      `Already sent on ${day} to ${people === 1 ? 'one person' : `${n(people)} people`}.`,
    decisions: 'Decisions asked',
    noDecisions: 'None: no goal is missed.',
    close: 'Close',
  },
  empty: {
    first: 'Import first',
    title: 'There is no data for a scorecard yet.',
    lead: 'Import the registers first; each goal appears as soon as its register has rows.',
    steps: [
      'Policy surfaces and versions: on how many platforms the policy stands.',
      'Staff roster and training results: who has passed.',
      'Incidents and security assessments: how many leaks there were.',
      'Partners and their audits: who has been audited.',
      'Travelers of the half-year: then open a wave.',
    ],
    action: 'To the registers',
    executive: 'The privacy officer has not imported any register yet. You will get the summary by mail.',
  },
}
