import type { LinkFault } from '@wayproof/survey/links/invitation'
import { count } from '../../number-format.ts'
import { questionHints } from './question-hints.ts'

/** Why a traveler's request was answered by a page of its own. */
export type NoticeCode =
  | LinkFault['code']
  | 'only-looked-at'
  | 'draft-not-shown'
  | 'too-large'
  | 'form-unreadable'
  | 'foreign-form'
  | 'method-unknown'
  | 'too-many-tries'
  | 'too-many-requests'
  | 'sample-loaded'
  | 'no-answers'
  | 'not-stored'
  | 'not-loaded'
  | 'internal'

interface Notice {
  readonly title: string
  readonly text: string
}

const notices: Record<NoticeCode, Notice> = {
  'link-unknown': {
    title: 'This link doesn’t work',
    text: 'It may have been cut off when it was copied. Open it again from our email.',
  },
  'link-used': {
    title: 'This link has already been used',
    text: 'Each link works once. Until the survey closes, you can view, change or withdraw your answers with your receipt code. Thank you.',
  },
  'link-expired': {
    title: 'This link no longer works',
    text: 'It has run out, or we sent you a newer one. Nothing was saved.',
  },
  'wave-closed': {
    title: 'This survey is closed',
    text: 'You can no longer send, change or withdraw answers. Thank you for your interest. We’ll ask again in 6 months.',
  },
  'only-looked-at': {
    title: 'This was a preview',
    text: 'Nothing was saved. Travelers see our thanks and their receipt code here.',
  },
  'draft-not-shown': {
    title: 'This draft cannot be shown yet',
    text: 'It has faults that break the page. Fix them in the editor, then reload this page.',
  },
  'too-large': {
    title: 'Your text is too long',
    text: 'Nothing was saved. Go back, shorten it to the limit shown, and submit again. Most browsers keep what you typed.',
  },
  'form-unreadable': {
    title: 'We couldn’t read this form',
    text: 'Nothing was saved. Open the page again from the link in our email, or with your receipt code, and submit from there.',
  },
  'foreign-form': {
    title: 'This form came from another website',
    text: 'To protect you, nothing was saved. Open the link in our email, or our receipt code page, and submit from there.',
  },
  'method-unknown': {
    title: 'This page can’t do that',
    text: 'Nothing was saved. Open the link in our email again.',
  },
  'too-many-tries': {
    title: 'Wait a few minutes',
    text: 'There were too many wrong links or codes, perhaps not from you. Nothing was changed. Check yours, wait a few minutes and try again.',
  },
  'too-many-requests': {
    title: 'Wait a few minutes',
    text: 'Too many messages are arriving, perhaps from your network. Nothing was saved. Go back in 10 minutes and submit again. Most browsers keep what you typed. Another internet connection may work now.',
  },
  'sample-loaded': {
    title: 'Not open yet',
    text: 'This company is still setting up its pages. Write to the address below.',
  },
  'no-answers': {
    title: 'We can’t take answers now',
    text: 'We can’t take answers or save anything at the moment. Your link still works: please try again later.',
  },
  'not-stored': {
    title: 'We couldn’t save this',
    text: 'Nothing was saved. Go back in a few minutes and submit again. Most browsers keep what you typed, and your link still works.',
  },
  'not-loaded': {
    title: 'This page could not be loaded',
    text: 'Try again in a few minutes. Nothing is lost, and your link still works.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'We don’t know if your answers were saved. Go back and submit again: the same form is never counted twice.',
  },
}

export const survey = {
  otherLanguage: '中文',
  sample: 'Sample data: the company, people and figures are made up.',
  programme: 'Privacy survey',

  title: 'How satisfied are you with the way we protect your privacy?',
  lead: (minutes: number) =>
    `About ${minutes === 1 ? '1 minute' : `${minutes} minutes`}. You don’t have to take part, and it won’t affect our service to you.`,
  requiredOnly: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `Only question ${numbers[0]} is required. Skip any other.`
      : `Only questions ${new Intl.ListFormat('en').format(numbers.map(String))} are required. Skip any other.`,
  preview: 'A preview for the privacy officer: nothing you fill in is saved.',
  submit: 'Submit',
  progress: 'Answered:',
  afterSubmit: 'After you submit, you’ll see a receipt code. No sign-in, no tracking.',
  autosave: {
    about:
      'Your answers are saved while you fill in the form. They are encrypted, and deleted when you submit or when the survey closes.',
    saved: 'Saved at {time}, not submitted.',
    offline: 'Not saved: there is no connection. Your answers stay on this page; we try again.',
    faulty: 'Not saved: a text is too long or an answer is not valid.',
    elsewhere: 'Not saved: this form was filled in on another page. Reload to continue there.',
    over: 'Not saved: this link no longer accepts answers. Reload to see why.',
  },
  chosenInEmail: (option: string) =>
    `You chose “${option}” in our email. You can change it above. It counts only when you submit.`,
  draft: {
    save: 'Save and continue later',
    titlePrefix: 'Saved, not submitted: ',
    state: 'Saved',
    title: 'Saved, not submitted yet',
    text: (day: string) =>
      `Open the link in our email again on any device, until the end of ${day}. Your saved answers are encrypted, but anyone with the link can see them. We delete them when you submit or when the survey closes.`,
    drop: 'Delete saved answers',
    dropTitle: 'Delete your saved answers?',
    dropText:
      'Your saved answers, and anything added since, will be deleted. You can’t undo this. You can start again with the same link until the survey closes.',
    dropButton: 'Delete',
    dropKeep: 'Keep them',
    dropped: 'Your saved answers are deleted. You can start again.',
    blank: 'You haven’t filled in anything yet, so nothing is saved.',
  },
  ...questionHints,

  trust: {
    heading: 'Before you answer',
    who: 'Who is asking',
    whoText: (organisation: string) => `${organisation}, privacy officer`,
    why: 'Why',
    whyText: 'To learn what to improve. We ask every 6 months. Management and the public see the results.',
    stored: 'What we store',
    storedText:
      'Your answers and broad groups (trip type, channel, region, language), separate from your name. No ID or booking number.',
    seen: 'Who sees it',
    seenText: (k: number) =>
      `Management and the public see totals, never for fewer than ${k} people. Only the privacy officer sees comments, with personal details hidden.`,
    kept: 'How long',
    keptText: 'Your answers: 24 months. Totals stay.',
    details: 'Details',
    rights: 'Your rights',
    rightsText: (day: string) =>
      `Stop any time. Until the survey closes (${day}), you can view, change or withdraw your answers with your receipt code.`,
  },

  errors: {
    titlePrefix: 'Error: ',
    heading: 'Not submitted yet. What you typed is still here.',
    code: 'Check the code and try again.',
    inSummary: (question: number | null) => (question === null ? 'Comment' : `Question ${question}`),
    colon: ': ',
    besideQuestion: (fault: string) => `${fault} Everything else you filled in is still here.`,
    required: 'Choose an option.',
    notAnOption: 'Choose one of the options shown.',
    tooMany: (most: number) => (most === 1 ? 'Choose only 1 option.' : `Choose at most ${most} options.`),
    notTogether: (option: string) => `Choose either “${option}” or other options.`,
    tooLong: (characters: number, most: number) =>
      `Shorten this to ${count(most, 'en')} characters. It has ${count(characters, 'en')}.`,
    unknown: 'The form contained something that isn’t in this survey. Check your answers and submit again.',
    receipt: 'The receipt code was missing, so the form has a new one. Submit again.',
  },

  thanks: {
    title: 'Thank you. Your answers are saved.',
    receipt: 'Your receipt code',
    keep: 'Write it down or take a screenshot now. This page shows it for 5 minutes, and we can’t look it up for you.',
    use: (link: string) =>
      `Until the survey closes, use this code at ${link} to view, change or withdraw your answers.`,
    after: 'After that, nothing links you to your answers, and no one can find them.',
    again: 'Thank you. This link has already been used to answer.',
    shown: 'The receipt code was shown after submitting and can’t be shown again.',
    copyCode: {
      button: 'Copy the code',
      done: 'Copied.',
      failed: 'Not copied. Select the code and copy it yourself.',
    },
    copy: 'Copy of your answers',
    copyHint: 'To keep it, print this page or save it as a PDF. Nobody else is shown it.',
    done: 'You can close this page.',
  },

  receipts: {
    link: 'View, change or withdraw your answers',
    title: 'Find your answers',
    text: 'Enter the receipt code you got after submitting. Until the survey closes, you can view, change or withdraw your answers.',
    label: 'Receipt code',
    hint: '28 letters and digits. Spaces, hyphens and capitals don’t matter.',
    find: 'Show my answers',
    unknown:
      'We found no answers for this code. Check it against what you wrote down. A code stops working when answers are withdrawn or the survey closes.',
    shown: 'Your answers',
    until: (day: string) => `These are your saved answers. You can change or withdraw them until the end of ${day}.`,
    blank: 'Not answered',
    correct: 'Change',
    withdraw: 'Withdraw my answers',
    correctTitle: 'Change your answers',
    correctText: 'What you submit replaces your earlier answers.',
    correctButton: 'Save changes',
    corrected: {
      title: 'Your answers are changed',
      text: 'Your new answers are saved and the earlier ones are deleted. Your receipt code stays the same.',
    },
    withdrawTitle: 'Withdraw your answers?',
    withdrawText:
      'Your answers and comment will be deleted and won’t count. You can’t undo this, or use your survey link again.',
    withdrawButton: 'Withdraw my answers',
    keep: 'Keep them',
    withdrawn: {
      title: 'Your answers are withdrawn',
      text: 'They are deleted and don’t count. We keep only two numbers: responses per day, and how many were withdrawn.',
    },
  },

  home: {
    title: 'Privacy survey: what you can do here',
    text: 'To open the survey, use the link in our email.',
    link: 'What else you can do here',
  },

  unsubscribe: {
    title: 'Unsubscribe from survey emails?',
    text: 'We’ll stop sending you survey invitations and reminders. Emails about your bookings aren’t affected.',
    button: 'Unsubscribe',
    done: 'You are unsubscribed',
    doneText: 'We’ll send no more survey emails to your address. You don’t need to do anything else.',
    undo: 'Was this a mistake? You can get survey emails again.',
    undoButton: 'Undo: get survey emails again',
    undone: 'You will get survey emails again',
    undoneText: 'We may invite you to our surveys, as before. Every email has a link to unsubscribe.',
  },

  untranslated: 'This page is not translated into your language. It is in English.',

  newTab: '(opens in a new tab)',
  notices,
  contact: 'Questions? Contact ',
  errorId: (id: string) => `If you contact us, quote this number: ${id}`,
  listening: (address: string) => `The survey is open at ${address}`,
}
