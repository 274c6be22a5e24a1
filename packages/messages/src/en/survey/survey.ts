import type { LinkFault } from '@wayproof/survey'

/** Why a traveler's request got a page of its own instead of what it asked for. */
export type NoticeCode =
  | LinkFault['code']
  | 'only-looked-at'
  | 'too-large'
  | 'form-unreadable'
  | 'foreign-form'
  | 'method-unknown'
  | 'too-many-tries'
  | 'too-many-requests'
  | 'not-stored'
  | 'internal'

interface Notice {
  readonly title: string
  readonly text: string
}

const notices: Record<NoticeCode, Notice> = {
  'link-unknown': {
    title: 'This link leads nowhere',
    text: 'It may have been cut off when it was copied. Please open it again from our letter.',
  },
  'link-used': {
    title: 'An answer has already been given here',
    text: 'Each link takes one answer. Until the survey closes, its giver can see, correct or withdraw it with the receipt code. Thank you.',
  },
  'link-expired': {
    title: 'This link no longer works',
    text: 'Its time is over, or a later letter from us holds a newer link. Nothing was stored.',
  },
  'wave-closed': {
    title: 'This survey is closed',
    text: 'Answers can no longer be given, changed or withdrawn. Thank you for your interest. We ask again in half a year.',
  },
  'only-looked-at': {
    title: 'This was a preview',
    text: 'Nothing was stored. Travelers are thanked here and get their receipt code.',
  },
  'too-large': {
    title: 'That was too much text',
    text: 'Nothing was stored. Please go back, shorten it to the length the form names, and send again. Most browsers keep what you typed.',
  },
  'form-unreadable': {
    title: 'We could not read this form',
    text: 'Nothing was stored. Please open the page again, by the link in our letter or for the receipt code, and send from there.',
  },
  'foreign-form': {
    title: 'This form came from another website',
    text: 'Nothing was stored, to protect you. Please open the link in our letter, or our page for receipt codes, and send from there.',
  },
  'method-unknown': {
    title: 'This page cannot do that',
    text: 'Nothing was stored. Please open the link from our letter again.',
  },
  'too-many-tries': {
    title: 'Please wait a few minutes',
    text: 'Too many wrong links or codes came in at once, perhaps not from you. Nothing was changed. Please check yours, wait a few minutes and try again.',
  },
  'too-many-requests': {
    title: 'Please wait a few minutes',
    text: 'Very many requests came in at once. Yours was not stored. Please go back in ten minutes and send again. Most browsers keep what you typed.',
  },
  'not-stored': {
    title: 'This could not be stored just now',
    text: 'Nothing was stored. Please go back in some minutes and send again. Most browsers keep what you typed, and a link stays good.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'We cannot say whether what you sent was stored. Please go back and send again: the same form is never counted twice.',
  },
}

export const survey = {
  otherLanguage: '中文',
  sample: 'Sample data: company, people and figures are made up.',
  programme: 'Privacy survey',

  title: 'How satisfied are you with the way we protect your privacy?',
  lead: (questions: number, minutes: number) =>
    `${questions} questions, about ${minutes} minutes. Voluntary; no service depends on it.`,
  requiredOnly: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `Only question ${numbers[0]} needs an answer. Skip any other you like.`
      : `Only questions ${numbers.join(', ')} need an answer. Skip any other you like.`,
  preview: 'A preview for the privacy officer: nothing that you fill in is stored.',
  submit: 'Send',
  afterSubmit: 'A receipt code is shown after you send. No sign-in, no tracking.',
  draft: {
    save: 'Save and go on later',
    titlePrefix: 'Saved, not sent: ',
    title: 'Saved, not sent yet',
    text: (day: string) =>
      `Open the same link in our letter to go on, on any device, up to and including ${day}. What you saved is encrypted; whoever has the link can see it. It is deleted when you send, or when the survey closes.`,
    drop: 'Delete what is saved',
    dropTitle: 'Delete what is saved?',
    dropText:
      'What you saved and what you have filled in since will be deleted. This cannot be undone. You can begin anew by the same link until the survey closes.',
    dropButton: 'Delete for good',
    dropKeep: 'Keep it',
    dropped: 'What was saved is deleted. You can begin anew.',
    blank: 'Nothing is filled in yet, so nothing is saved.',
  },
  onlyIf: (option: string, question: number) => `Only if you answered “${option}” to question ${question}.`,
  optional: 'Optional',
  longest: (characters: number) => `Up to ${new Intl.NumberFormat('en').format(characters)} characters.`,

  trust: {
    heading: 'Before you answer',
    who: 'Who asks',
    whoText: (organisation: string) => `${organisation}, privacy officer`,
    why: 'Why',
    whyText: 'To learn what to improve; every half-year. Results go to management and the public.',
    stored: 'What we keep',
    storedText:
      'Answers with broad groups (trip type, channel, region, language), apart from your name; no ID or booking number',
    seen: 'Who sees it',
    seenText: (k: number) =>
      `Management and the public: totals only, never of fewer than ${k} people. The privacy officer alone: comments, masked.`,
    kept: 'How long',
    keptText: 'Single answers 24 months; counts are kept',
    details: 'Details',
    rights: 'Your rights',
    rightsText: (day: string) =>
      `Stop any time; until the survey closes (${day}) you can see, correct or withdraw your answer with the receipt code`,
  },

  errors: {
    titlePrefix: 'Error: ',
    heading: 'Not sent yet. Nothing you typed was lost.',
    code: 'Please compare the code and try again.',
    inSummary: (question: number | null) => (question === null ? 'Comment' : `Question ${question}`),
    colon: ': ',
    besideQuestion: (fault: string) => `${fault} Everything else you filled in is kept.`,
    required: 'Please choose one.',
    notAnOption: 'Please choose one of the answers offered.',
    tooLong: (characters: number, most: number) => `Please shorten this to ${most} characters; it has ${characters}.`,
    unknown: 'The form held something that is not in this survey. Please look through your answers and send again.',
    receipt: 'The form had lost its receipt code and has a new one now. Please send again.',
  },

  thanks: {
    title: 'Thank you. Your answer is stored.',
    receipt: 'Your receipt code',
    keep: 'Write it down or take a picture now: this page shows it for five minutes, and we cannot look it up for you.',
    use: 'Until the survey closes, you can see, correct or withdraw your answer with this code at',
    after: 'After that we cut the link between you and your answer, and nobody can find it any more.',
    again: 'Thank you. An answer was given by this link.',
    shown: 'Its receipt code was shown after sending and cannot be shown again.',
    done: 'You may close this page.',
  },

  receipts: {
    link: 'See, correct or withdraw an answer',
    title: 'Find your answer',
    text: 'Until the survey closes, the receipt code you were shown after sending finds your answer. You can see it, correct it or withdraw it.',
    label: 'Receipt code',
    hint: '28 letters and digits. Spaces, hyphens and capitals do not matter.',
    find: 'Show my answer',
    unknown:
      'There is no answer under this code. Please compare it with what you wrote down. A code finds nothing any more once the answer was withdrawn or the survey has closed.',
    shown: 'Your answer',
    until: (day: string) => `This is what is stored. You can correct or withdraw it up to and including ${day}.`,
    blank: 'Not answered',
    correct: 'Correct',
    withdraw: 'Withdraw this answer',
    correctTitle: 'Correct your answer',
    correctText: 'What you send takes the place of your earlier answer.',
    correctButton: 'Save the correction',
    corrected: {
      title: 'Your answer is corrected',
      text: 'The new answer is stored and the earlier one is deleted. Your receipt code stays the same.',
    },
    withdrawTitle: 'Withdraw your answer?',
    withdrawText:
      'Your answer and your comment will be deleted and count in no result. This cannot be undone, and the link in our letter takes no second answer.',
    withdrawButton: 'Withdraw for good',
    keep: 'Keep it',
    withdrawn: {
      title: 'Your answer is withdrawn',
      text: 'It is deleted and counts in no result. We keep only how many answers came in on each day and how many were withdrawn in all.',
    },
  },

  home: {
    title: 'Privacy survey: what you can do here',
    text: 'The survey itself opens by the link in our letter.',
    link: 'What else you can do here',
  },

  unsubscribe: {
    title: 'No more survey letters?',
    text: 'We will send no further invitations or reminders to your address. Letters about your bookings are not affected.',
    button: 'Unsubscribe',
    done: 'You are unsubscribed',
    doneText: 'We send no more survey letters to your address. There is nothing more to do.',
  },

  newTab: '(opens in a new tab)',
  notices,
  contact: 'Questions? Write to ',
  errorId: (id: string) => `If you write to us, please give this number: ${id}`,
  listening: (address: string) => `The survey is open at ${address}`,
}
