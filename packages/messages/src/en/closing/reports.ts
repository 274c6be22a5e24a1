import type { HandlerPurpose, ReportPurpose } from '@wayproof/evidence'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** The case handler's pages. */
export const reports = {
  title: (open: number, overdue: number) => {
    if (open === 0) return 'No report is open.'
    const first = open === 1 ? 'One report is open' : `${n(open)} reports are open`
    return overdue === 0 ? `${first}; none is overdue.` : `${first}; ${n(overdue)} overdue.`
  },
  lead: 'Only case handlers read what stands here. Officers and executives see rounded counts.',
  empty: 'Reports arrive by the public page:',
  open: 'Open, the oldest first',
  closed: 'Closed in the last three years',
  columns: {
    reporter: 'From',
    urgency: 'State',
    next: 'Next',
    received: 'Received',
    status: 'Step',
    last: 'Last word',
    closed: 'Closed',
    outcome: 'Outcome',
  },
  tasks: {
    acknowledge: (day: string) => `acknowledge by ${day}`,
    feedback: (day: string) => `give feedback by ${day}`,
  },
  last: { reporter: 'from the person', handler: 'from us' },
  officerMark: 'About the officer',
  back: 'All reports',
  reportTitle: (day: string) => `Report of ${day}`,
  facts: 'The report',
  acknowledged: 'Acknowledged',
  acknowledgedBy: 'Acknowledge by',
  examined: 'In examination since',
  feedback: 'Feedback given',
  feedbackBy: 'Give feedback by',
  contact: 'Contact',
  anonymous: 'none; both sides write by case code',
  contactGone: 'deleted',
  conversation: 'What was written',
  gone: 'The texts are deleted.',
  said: {
    message: (day: string) => `The person, ${day}`,
    question: (day: string) => `Case handler, question of ${day}`,
    feedback: (day: string) => `Case handler, feedback of ${day}`,
  } satisfies Record<ReportPurpose, (day: string) => string>,
  steps: {
    title: 'Next step',
    acknowledged: 'Acknowledge',
    'in-examination': 'Begin the examination',
    lead: 'The person sees the day of each step with the case code. Nothing is mailed.',
  },
  concern: {
    title: 'Who it is about',
    label: 'It is about the privacy officer, or may be',
    hint: 'Then nobody whom an officer appoints as case handler after it arrived can read it. Take what must be decided to the management, not to the officer.',
  },
  write: {
    title: 'Write back',
    purpose: 'What it is',
    purposes: {
      question: 'A question or an interim word: the clock runs on',
      feedback: 'Feedback: what follows from the report, and why',
    } satisfies Record<HandlerPurpose, string>,
    text: 'What you write',
    hint: 'Up to 2,000 characters, in the language of the person, who reads it with the case code.',
    empty: 'Write something first.',
    action: 'Write back',
    done: 'It is kept for whoever has the case code.',
  },
  close: {
    title: 'Close the report',
    lead: 'First give feedback. Texts and contact are deleted 90 days after closing; dates and outcome are kept for three years.',
    outcome: 'Outcome',
    action: 'Close',
    confirmTitle: 'Close this report?',
    confirm: 'Nothing more can be written in it, by you or by the person. This cannot be undone.',
  },
}
