import type { HandlerPurpose, ReportPurpose } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** The case handler's pages. */
export const reports = {
  title: (open: number, overdue: number) => {
    const first = open === 0 ? 'No open reports' : open === 1 ? '1 open report' : `${n(open)} open reports`
    return open === 0 || overdue === 0 ? `${first}.` : `${first}, ${n(overdue)} overdue.`
  },
  lead: 'Only case handlers can read this page. Privacy officers and executives see rounded counts.',
  none: 'No one has sent a report yet.',
  empty: 'Reports arrive through the public page. You get an email for each one.',
  publicPage: 'Open the public page',
  open: 'Open, oldest first',
  closed: 'Closed in the last 3 years',
  columns: {
    reporter: 'From',
    urgency: 'Status',
    next: 'Next',
    received: 'Received',
    status: 'Step',
    last: 'Last message',
    closed: 'Closed',
    outcome: 'Outcome',
  },
  tasks: {
    acknowledge: (day: string) => `acknowledge by ${day}`,
    feedback: (day: string) => `give feedback by ${day}`,
  },
  last: { reporter: 'from the reporter', handler: 'from us' },
  officerMark: 'About the privacy officer',
  reportTitle: (day: string) => `Report of ${day}`,
  facts: 'The report',
  acknowledged: 'Acknowledged',
  acknowledgedBy: 'Acknowledge by',
  examined: 'Under investigation since',
  feedback: 'Feedback given',
  feedbackBy: 'Give feedback by',
  contact: 'Contact',
  anonymous: 'none; both sides write with the case code',
  contactGone: 'deleted',
  conversation: 'Messages',
  gone: 'The texts are deleted.',
  said: {
    message: (day: string) => `Reporter, ${day}`,
    question: (day: string) => `Case handler, ${day}: question`,
    feedback: (day: string) => `Case handler, ${day}: feedback`,
  } satisfies Record<ReportPurpose, (day: string) => string>,
  steps: {
    title: 'Next step',
    acknowledged: 'Acknowledge',
    'in-examination': 'Start investigation',
    lead: 'The reporter sees the date of each step with the case code. Nothing is emailed.',
  },
  concern: {
    title: 'Who it is about',
    label: 'It is or may be about the privacy officer',
    hint: 'New case handlers appointed by an officer will not see it. Escalate decisions to management, not to the officer.',
  },
  write: {
    title: 'Write back',
    purpose: 'Type of message',
    purposes: {
      question: 'Question or interim reply (the clock keeps running)',
      feedback: 'Feedback: what was done, and why',
    } satisfies Record<HandlerPurpose, string>,
    text: 'Message',
    hint: 'Up to 2,000 characters, in the reporter’s language. The reporter reads it with the case code.',
    empty: 'Enter a message.',
    action: 'Write back',
    done: 'Saved. The reporter can read it with the case code.',
  },
  close: {
    title: 'Close the report',
    lead: 'Give feedback first. Texts and contact details are deleted 90 days after closing; dates and outcome are kept for 3 years.',
    outcome: 'Outcome',
    action: 'Close',
    confirmTitle: 'Close this report?',
    confirm: 'Neither you nor the reporter can write in it after that. This cannot be undone.',
  },
}
