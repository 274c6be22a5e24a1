import type {
  CaseKind,
  MessagePurpose,
  RightsKind,
  RightsOutcome,
  RightsStatus,
} from '@wayproof/evidence/rights/rights-case'
import type { RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import { count } from '../../number-format.ts'

const kinds: Record<CaseKind, string> = {
  complaint: 'Complaint',
  access: 'Access',
  correction: 'Correction',
  deletion: 'Deletion',
  'consent-withdrawal': 'Withdrawal of consent',
  objection: 'Objection',
  enquiry: 'Inquiry',
}

const wishes: Record<RightsKind, string> = {
  complaint: 'Complain about how you handle my data',
  access: 'See the data you hold about me',
  correction: 'Correct my data',
  deletion: 'Delete my data',
  'consent-withdrawal': 'Withdraw my consent',
  objection: 'Object to how you use my data',
}

const places: Record<RightsRegime, string> = {
  china: 'Mainland China',
  eu: 'European Union or European Economic Area',
  'china-and-eu': 'Both, or I am not sure',
  other: 'Somewhere else',
}

const statuses: Record<RightsStatus, string> = {
  received: 'Received',
  'identity-checked': 'Received, email confirmed',
  answered: 'Answered',
  closed: 'Closed',
}

const outcomes: Record<RightsOutcome, string> = {
  granted: 'Granted',
  'partly-granted': 'Partly granted',
  refused: 'Refused, with reasons',
  settled: 'Answered, no action needed',
  withdrawn: 'Withdrawn by the requester',
  'identity-unproven': 'Closed: requester not verified',
  flood: 'Closed as part of a flood',
}

export const rights = {
  link: 'Your data: requests and complaints',
  kinds,
  statuses,
  outcomes,

  form: {
    title: 'Your data, your rights',
    text: 'Ask about your personal information or complain. You don’t need an account or a reason.',
    kind: 'What do you want?',
    kinds: wishes,
    place: 'Where do you live?',
    placeHint: 'The legal deadline for our answer depends on it.',
    places,
    about: 'What is it about?',
    aboutHint: (most: string) =>
      `Up to ${most} characters. Leave out ID, card and passport numbers: we don’t need them.`,
    email: 'Your email address',
    emailHint:
      'Leave blank to stay anonymous. Without it we can’t show, change or delete data, because we can’t tell whose it is. We delete the address 90 days after we close the case.',
    send: 'Send',
    find: 'Open a request with its case code',
    choose: 'Choose an option.',
    empty: 'Tell us what it is about.',
    tooLong: (characters: number, most: number) =>
      `Shorten this to ${count(most, 'en')} characters. It has ${count(characters, 'en')}.`,
    notAnAddress: 'Enter one valid email address, or leave this blank to stay anonymous.',
    heading: 'Not sent yet. What you typed is still here.',
  },

  enquiry: {
    title: 'Would you like us to contact you?',
    text: 'Write to the privacy officer and leave your email address. We can’t link this message to your survey answers.',
    rather: (link: string) =>
      `To view, correct or delete your data, or to complain, use “${link}”. Legal deadlines apply there.`,
    about: 'What is it about?',
    email: 'Your email address',
    emailHint:
      'We send a code there first, to check that the address is yours. We delete it 90 days after we close the matter.',
    noAddress: 'Enter your email address.',
    notAnAddress: 'Enter one valid email address.',
    send: 'Ask us to contact you',
  },

  sent: {
    title: 'We’ve received your request',
    due: (day: string) => `We’ll answer by ${day}.`,
    noTerm: 'The privacy officer will answer as soon as possible.',
    code: 'Your case code',
    keep: 'Write it down or take a screenshot now. This page shows it for 5 minutes, and we can’t look it up for you.',
    use: (link: string) => `Use it at ${link} to read our answer and write to us.`,
    check: 'One more step: confirm your email address',
  },

  check: {
    title: 'Confirm your email address',
    text: 'We’ve sent an 8-digit code to the address you gave. It can take a few minutes; check your spam folder. If you don’t confirm within 7 days, we delete the address. You can still read our answer with your case code.',
    label: 'Code from our email',
    hint: '8 digits. It works for 30 minutes and 5 attempts.',
    button: 'Confirm',
    wrong: 'This code is wrong or has expired. Check our latest email, or ask for a new code.',
    again: 'Send a new code',
    mailed: {
      sent: 'We’ve sent a new code. You can get up to 5 codes in 24 hours.',
      none: 'You have asked for 5 codes in 24 hours. Enter the latest one, or come back tomorrow.',
    },
    done: {
      title: 'Your email address is confirmed',
      text: 'We’ll answer by email. You can also read the answer with your case code.',
    },
  },

  find: {
    title: 'Find your request',
    text: 'Use your case code to see progress, read our answer and write to us.',
    label: 'Case code',
    hint: '28 letters and digits. Spaces, hyphens and capitals don’t matter.',
    button: 'Show my request',
    unknown:
      'We found no request for this code. Check it against what you wrote down. Codes stop working 90 days after a request is closed.',
  },

  shown: {
    title: (kind: string) => `Your request (${kind})`,
    state: 'Status',
    received: 'Received',
    due: 'Answer due',
    outcome: 'Outcome',
    extended: 'Extended on',
    dropped: 'You didn’t confirm your email address within 7 days, so we deleted it. Our answer will appear here.',
    said: {
      message: (day: string) => `You, ${day}`,
      question: (day: string) => `Privacy officer, ${day}: question`,
      answer: (day: string) => `Privacy officer, ${day}: answer`,
      extension: (day: string) => `Privacy officer, ${day}: why it takes longer`,
    } satisfies Record<MessagePurpose, (day: string) => string>,
    write: 'Write to us',
    writeHint: (most: string) => `Up to ${most} characters.`,
    send: 'Send',
    full: 'This request has reached its message limit. Write to the address below.',
    flooded:
      'This request was closed together with many that arrived at the same time. If you sent it yourself, write to us here: that opens it again.',
    closed: 'This request is closed. We delete its address and texts 90 days after closing.',
    written: {
      title: 'We’ve received your message',
      text: 'You can read our reply with your case code.',
    },
  },
}
