import type { CaseChannel, MessagePurpose, RightsRegime, RightsUrgency } from '@wayproof/evidence'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

const urgencies: Record<RightsUrgency, string> = {
  overdue: 'Overdue',
  'due-soon': 'Due soon',
  'in-time': 'In time',
  'no-term': 'No term',
  answered: 'Answered',
}

const laws: Record<RightsRegime, string> = {
  china: 'China: 15 working days',
  eu: 'EU: one month',
  'china-and-eu': 'China and EU: the shorter of 15 working days and one month',
  other: 'Elsewhere: 30 days',
}

export const requests = {
  title: (open: number, overdue: number) => {
    if (open === 0) return 'No request is open.'
    const first = open === 1 ? 'One request is open' : `${n(open)} requests are open`
    return overdue === 0 ? `${first}; none is overdue.` : `${first}; ${n(overdue)} overdue.`
  },
  lead: 'What people ask or complain about, on the public page or by hand. Only an answer that decides stops the clock.',
  empty: 'Requests arrive by the public page:',
  open: 'Open, the first due first',
  closed: 'Closed in the last three years',
  columns: {
    urgency: 'State',
    kind: 'Kind',
    due: 'Due',
    received: 'Received',
    step: 'Step',
    last: 'Last word',
    closed: 'Closed',
    answered: 'Answered',
    outcome: 'Outcome',
  },
  urgencies,
  laws,
  channel: 'Came by',
  channels: {
    page: 'public page',
    telephone: 'telephone',
    letter: 'letter',
    'e-mail': 'e-mail',
    'branch-office': 'branch office',
  } satisfies Record<CaseChannel, string>,
  recorded: 'Recorded on',
  noLaw: 'No law gives a term. If it turns out to be a request, the term counts from the day of receipt.',
  last: { person: 'the person’s', officer: 'ours' },
  back: 'All requests',
  caseTitle: (kind: string, day: string) => `${kind}, received on ${day}`,
  facts: 'The case',
  law: 'Clock',
  contact: 'Answer to',
  anonymous: 'nobody; it is read by case code',
  contactGone: 'deleted',
  dropped: (day: string) => `nobody; unconfirmed, the address was deleted on ${day}, and the case is read by case code`,
  extended: 'Put off on',
  checked: 'Address confirmed',
  notChecked: 'not yet',
  language: 'Language',
  languages: { 'zh-CN': 'Chinese', en: 'English' },
  conversation: 'What was written',
  gone: 'The texts are deleted.',
  said: {
    message: (day: string) => `The person, ${day}`,
    question: (day: string) => `Privacy officer, question of ${day}`,
    answer: (day: string) => `Privacy officer, answer of ${day}`,
    extension: (day: string) => `Privacy officer, ${day}: why it takes longer`,
  } satisfies Record<MessagePurpose, (day: string) => string>,
  deletionTitle: 'Next step: erase the person',
  deletion: 'Erase the traveler by address or customer number on this page, then answer here:',
  suppressionTitle: 'Next step: write no more',
  suppression: 'Take the address off all survey letters on this page, then answer here:',
  answer: {
    title: 'Answer',
    purpose: 'What it is',
    choose: 'Choose',
    choosePurpose: 'Say first what it is.',
    purposeHint: 'An answer that decides stops the clock. With a question or an interim word it runs on.',
    purposes: { answer: 'Answer that decides', question: 'Question, interim word' },
    send: 'Send',
    confirmTitle: { answer: 'Send the answer?', question: 'Send the question?' },
    confirm: {
      mailed: 'It is mailed to the confirmed address at once and cannot be recalled.',
      kept: 'Whoever has the case code can read it at once. It cannot be recalled.',
      clock: { answer: 'The clock stops: the request counts as answered.', question: 'The clock runs on.' },
    },
    asked: 'The question is on its way.',
    askAction: 'Send the question',
    mailed: 'The answer goes to the confirmed address by e-mail, and is shown to whoever has the case code.',
    kept: 'The answer is shown to whoever has the case code.',
    unchecked: (day: string) =>
      `Nobody has confirmed the address yet, so nothing is mailed there. If nobody does by ${day}, it is deleted, and you answer for whoever has the case code.`,
    text: 'What you write',
    hint: 'Up to 2,000 characters, in the language of the person. Give reasons where you refuse.',
    empty: 'Write something first.',
    action: 'Send the answer',
    done: 'The answer is on its way.',
  },
  extension: {
    title: 'More time',
    lead: (day: string) =>
      `A complex request may be put off once, to ${day}. The person is told the new day with your reasons, before the first term ends.`,
    reason: 'Why it takes longer',
    hint: 'Up to 2,000 characters, in the language of the person.',
    empty: 'Write the reasons.',
    action: 'Put off the due day',
    confirmTitle: 'Put off the due day?',
    confirm: (day: string) => `The new due day is ${day}. The person is told now, and it cannot be put off again.`,
  },
  close: {
    title: 'Close the request',
    lead: 'Address and texts are deleted 90 days after closing; kind, dates and outcome are kept for three years.',
    outcome: 'Outcome',
    action: 'Close',
    confirmTitle: 'Close this request?',
    confirm: 'Nothing more can be written in it, by you or by the person. This cannot be undone.',
  },
}
