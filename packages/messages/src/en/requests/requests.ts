import type { CaseChannel, MessagePurpose, RightsUrgency } from '@wayproof/evidence/rights/rights-case'
import type { RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

const urgencies: Record<RightsUrgency, string> = {
  overdue: 'Overdue',
  'due-soon': 'Due soon',
  'in-time': 'On time',
  'no-term': 'No deadline',
  answered: 'Answered',
}

const laws: Record<RightsRegime, string> = {
  china: 'China: 15 working days',
  eu: 'EU: 1 month',
  'china-and-eu': 'China and EU: 15 working days or 1 month, whichever is shorter',
  other: 'Elsewhere: 30 days',
}

export const requests = {
  title: (open: number, overdue: number) => {
    const first = open === 0 ? 'No open requests' : open === 1 ? '1 open request' : `${n(open)} open requests`
    return open === 0 || overdue === 0 ? `${first}.` : `${first}, ${n(overdue)} overdue.`
  },
  lead: 'Requests from the public page or recorded manually. Only a final answer stops the clock.',
  none: 'No one has sent a request or complaint yet.',
  empty: 'People write on the public page. Record what arrives by phone, post or email here.',
  publicPage: 'Open the public page',
  dueIn: (relative: string, day: string) => `due ${relative}, ${day}`,
  open: 'Open, first due first',
  closed: 'Closed in the last 3 years',
  columns: {
    urgency: 'Status',
    kind: 'Kind',
    due: 'Due date',
    received: 'Received',
    step: 'Step',
    last: 'Last message',
    closed: 'Closed',
    answered: 'Answered',
    outcome: 'Outcome',
  },
  urgencies,
  laws,
  channel: 'Channel',
  channels: {
    page: 'public page',
    telephone: 'phone',
    letter: 'post',
    'e-mail': 'email',
    'branch-office': 'branch',
  } satisfies Record<CaseChannel, string>,
  recorded: 'Recorded',
  noLaw: 'No legal deadline. If it turns out to be a request, the deadline runs from the date received.',
  last: { person: 'from the requester', officer: 'from us' },
  caseTitle: (kind: string, day: string) => `${kind}, received ${day}`,
  facts: 'Case',
  law: 'Deadline',
  contact: 'Answer to',
  anonymous: 'no one; the answer is readable with the case code',
  contactGone: 'deleted',
  dropped: (day: string) =>
    `no one: the unconfirmed address was deleted on ${day}; the answer is readable with the case code`,
  extended: 'Extended on',
  checked: 'Email confirmed',
  notChecked: 'not yet',
  language: 'Language',
  languages: { 'zh-CN': 'Chinese', en: 'English' },
  conversation: 'Messages',
  gone: 'The texts are deleted.',
  said: {
    message: (day: string) => `Requester, ${day}`,
    question: (day: string) => `Privacy officer, ${day}: question`,
    answer: (day: string) => `Privacy officer, ${day}: answer`,
    extension: (day: string) => `Privacy officer, ${day}: why it takes longer`,
  } satisfies Record<MessagePurpose, (day: string) => string>,
  deletionTitle: 'Next step: erase the traveler',
  suppressionTitle: 'Next step: stop survey emails',
  officerActs: 'Only a privacy officer can do this. Ask one, then answer.',
  answer: {
    title: 'Answer',
    purpose: 'Type of message',
    choose: 'Choose',
    choosePurpose: 'Choose the type of message first.',
    purposeHint: 'A final answer stops the clock. It keeps running after a question or interim reply.',
    purposes: { answer: 'Final answer', question: 'Question or interim reply (the clock keeps running)' },
    send: 'Send',
    confirmTitle: { answer: 'Send the answer?', question: 'Send the question?' },
    confirm: {
      mailed: 'It is emailed to the confirmed address at once and cannot be recalled.',
      kept: 'It can be read at once with the case code and cannot be recalled.',
      clock: { answer: 'The clock stops: the request counts as answered.', question: 'The clock keeps running.' },
    },
    asked: 'The question is being sent.',
    askAction: 'Send the question',
    mailed: 'The answer is emailed to the confirmed address and can be read with the case code.',
    kept: 'The answer can be read with the case code.',
    unchecked: (day: string) =>
      `Email not confirmed; nothing is sent there. If unconfirmed by ${day}, it is deleted and the answer is readable by case code only.`,
    text: 'Message',
    hint: 'Up to 2,000 characters, in the requester’s language. Give reasons if you refuse.',
    empty: 'Enter a message.',
    action: 'Send the answer',
    done: 'The answer is being sent.',
  },
  extension: {
    title: 'Extend the deadline',
    lead: (day: string) =>
      `Allowed once, to ${day}. The requester is told the new date and reasons before the first deadline.`,
    reason: 'Reasons',
    hint: 'Up to 2,000 characters, in the requester’s language.',
    empty: 'Enter the reasons.',
    action: 'Extend the deadline',
    confirmTitle: 'Extend the deadline?',
    confirm: (day: string) => `The new due date is ${day}. The requester is told now, and it cannot be extended again.`,
  },
  close: {
    title: 'Close the request',
    lead: 'Address and texts are deleted 90 days after closing; kind, dates and outcome are kept for 3 years.',
    outcome: 'Outcome',
    action: 'Close',
    confirmTitle: 'Close this request?',
    confirm: 'Neither you nor the requester can write in it after that. This cannot be undone.',
  },
}
