import type {
  CaseKind,
  MessagePurpose,
  RightsKind,
  RightsOutcome,
  RightsRegime,
  RightsStatus,
} from '@wayproof/evidence'

const kinds: Record<CaseKind, string> = {
  complaint: 'Complaint',
  access: 'Access',
  correction: 'Correction',
  deletion: 'Deletion',
  'consent-withdrawal': 'Withdrawal of consent',
  objection: 'Objection',
  enquiry: 'Enquiry',
}

const wishes: Record<RightsKind, string> = {
  complaint: 'Complain about how my data are handled',
  access: 'See which data you hold about me',
  correction: 'Have wrong data corrected',
  deletion: 'Have my data deleted',
  'consent-withdrawal': 'Withdraw my consent',
  objection: 'Object to a use of my data',
}

const places: Record<RightsRegime, string> = {
  china: 'Mainland China',
  eu: 'European Union or European Economic Area',
  'china-and-eu': 'Both, or I am not sure',
  other: 'Somewhere else',
}

const statuses: Record<RightsStatus, string> = {
  received: 'Received',
  'identity-checked': 'Received, address confirmed',
  answered: 'Answered',
  closed: 'Closed',
}

const outcomes: Record<RightsOutcome, string> = {
  granted: 'Granted',
  'partly-granted': 'Granted in part',
  refused: 'Refused, with reasons',
  settled: 'Answered, nothing left to do',
  withdrawn: 'Withdrawn by the person',
  'identity-unproven': 'Ended: nobody showed that the request is theirs',
}

export const rights = {
  link: 'Your data: requests and complaints',
  kinds,
  statuses,
  outcomes,

  form: {
    title: 'Your data, your rights',
    text: 'Here you can ask about your personal information or complain. No reason and no account is needed.',
    kind: 'What do you want?',
    kinds: wishes,
    place: 'Where do you live?',
    placeHint: 'It decides by when we must answer.',
    places,
    about: 'What is it about?',
    aboutHint: (most: string) =>
      `Up to ${most} characters. Please leave out ID, card and passport numbers: we do not need them.`,
    email: 'Your e-mail address',
    emailHint:
      'Leave it empty to stay anonymous. Without an address we cannot show, change or delete data, because we do not know whose they are. We delete it 90 days after the case is closed.',
    send: 'Send',
    find: 'Open a request by its case code',
    choose: 'Please choose one.',
    empty: 'Please write what it is about.',
    tooLong: (characters: number, most: number) => `Please shorten this to ${most} characters; it has ${characters}.`,
    notAnAddress: 'This is not one e-mail address. Correct it, or leave it empty to stay anonymous.',
    heading: 'Not sent yet. Nothing you typed was lost.',
  },

  enquiry: {
    title: 'Would you like us to contact you?',
    text: 'Write to the privacy officer and leave an address. This is a message of its own: nothing in it leads to your answer.',
    rather:
      'To see, correct or delete your data, or to complain, please use this page, where the legal time limits apply:',
    about: 'What is it about?',
    email: 'Your e-mail address',
    emailHint:
      'We send a code there first, so that nobody can give somebody else’s. We delete it 90 days after the matter is closed.',
    noAddress: 'Please type your e-mail address.',
    notAnAddress: 'This is not one e-mail address. Please correct it.',
    send: 'Ask us to contact you',
  },

  sent: {
    title: 'Your request has arrived',
    due: (day: string) => `We answer by ${day} at the latest.`,
    noTerm: 'The privacy officer answers as soon as possible.',
    code: 'Your case code',
    keep: 'Write it down or take a picture now: this page shows it for five minutes, and we cannot look it up for you.',
    use: 'With it you can read our answer and write to us at',
    check: 'One more step: confirm your address',
  },

  check: {
    title: 'Confirm your address',
    text: 'We send a code of eight digits to the address you gave. It can take a few minutes; check your spam folder too. Until it is confirmed, we send nothing else there. If nobody confirms it within seven days, we delete it, and you can read our answer with your case code.',
    label: 'Code from the letter',
    hint: 'Eight digits, good for 30 minutes and five tries.',
    button: 'Confirm',
    wrong:
      'This code is not right, or its five tries or thirty minutes are used up. Please compare it with the newest letter from us, or ask for a new code.',
    again: 'Send a new code',
    mailed: {
      sent: 'A new code is on its way to your address. An address gets at most five such letters in 24 hours.',
      none: 'No more letters today: five were asked for in 24 hours. Please type the code of the newest one, or come back tomorrow.',
    },
    done: {
      title: 'Your address is confirmed',
      text: 'We answer by e-mail. You can also read the answer with your case code.',
    },
  },

  find: {
    title: 'Find your request',
    text: 'With the case code you can see how your request stands, read our answer and write to us.',
    label: 'Case code',
    hint: '28 letters and digits. Spaces, hyphens and capitals do not matter.',
    button: 'Show my request',
    unknown:
      'There is no request under this code. Please compare it with what you wrote down. Codes end 90 days after a request is closed.',
  },

  shown: {
    title: (kind: string) => `Your request: ${kind.toLowerCase()}`,
    state: 'State',
    received: 'Received on',
    due: 'Answer due by',
    outcome: 'Outcome',
    extended: 'Put off on',
    dropped:
      'Nobody confirmed the address of this request within seven days, so it is deleted. Our answer will stand here.',
    said: {
      message: (day: string) => `You, ${day}`,
      question: (day: string) => `Privacy officer, question of ${day}`,
      answer: (day: string) => `Privacy officer, answer of ${day}`,
      extension: (day: string) => `Privacy officer, ${day}: why it takes longer`,
    } satisfies Record<MessagePurpose, (day: string) => string>,
    write: 'Write to us',
    writeHint: (most: string) => `Up to ${most} characters.`,
    send: 'Send',
    full: 'This request takes no more messages. Please write to the address below.',
    closed: 'The request is closed. Its address and texts are deleted 90 days after that.',
    written: {
      title: 'Your message has arrived',
      text: 'You can read our reply with your case code.',
    },
  },
}
