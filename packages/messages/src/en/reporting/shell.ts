import type { Status, Word } from '@wayproof/scorecard'

const shapes: Record<'demonstrated' | 'met' | 'missed' | 'amber' | 'unknown', string> = {
  demonstrated: 'Met',
  met: 'Met, chance not excluded',
  missed: 'Missed',
  amber: 'Within tolerance',
  unknown: 'Unknown',
}

const overall: Record<Word, string> = { met: 'met', missed: 'missed', unknown: 'unknown' }
const running: Record<Status, string> = {
  green: 'on track',
  amber: 'at risk',
  red: 'off track',
  'too-early': 'too early',
  'no-data': 'no data',
  suppressed: 'hidden',
}

export const shell = {
  brand: 'Wayproof',
  skip: 'Skip to the content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  programme: 'Programme',
  scorecard: 'Scorecard',
  waves: 'Waves',
  registers: 'Registers',
  people: 'People',
  privacy: 'Privacy',
  settings: 'Settings',
  signOut: 'Sign out',
  language: 'Language',
  darker: 'Dark',
  lighter: 'Light',
  scheme: 'Light or dark',
  sample: 'Sample data: company, people and answers are made up.',
  earlier: 'Earlier half-year',
  later: 'Later half-year',
  loading: 'Loading',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  none: '–',
  listed: ', ',
  stop: '. ',
  labelled: (name: string, text: string) => `${name}: ${text}`,
  shapes,
  overall,
  running,
}

/** Sentences of expected failures, by their code. */
const codes: Record<string, string> = {
  'traveler-unknown': 'Nobody is kept under this number or address.',
  'email-invalid': 'This is not one e-mail address.',
  'wave-exists': 'This half-year already has a wave.',
  'wave-open': 'The wave is open.',
  'wave-closed': 'The wave is closed.',
  'no-wave': 'There is no such wave.',
  'already-reminded': 'This wave has been reminded already.',
  'close-date-invalid': 'The closing day must lie after today.',
  'no-eligible-travelers': 'No traveler of this half-year may be asked.',
  'no-questionnaire': 'There is no questionnaire.',
  'sample-size-invalid': 'The size of the sample cannot be used.',
  'not-a-half-year': 'This is not a half-year.',
  'period-unknown': 'This period does not exist.',
  'email-taken': 'This address already has an account.',
  'email-missing': 'The e-mail address is missing.',
  'invitation-unknown': 'This invitation is not valid.',
  'invitation-used': 'This invitation has been used.',
  'invitation-expired': 'This invitation has expired.',
  'last-officer': 'The last privacy officer cannot be taken away.',
  'person-unknown': 'This person is no longer there.',
  'too-many-calls': 'Too many attempts. Wait a minute, then try again.',
  'input-invalid': 'Something in the form cannot be used as it is.',
}

export const faults = {
  codes,
  title: 'This could not be shown.',
  advice: 'Nothing is lost. Try again; if it stays, tell your administrator the number below.',
  id: (id: string) => `Error number ${id}`,
  again: 'Try again',
  offline: 'The server does not answer.',
  notAllowed: 'Your role may not do this.',
  notFound: 'This page does not exist.',
  home: 'To the scorecard',
  failed: 'This did not work. Nothing was changed.',
}
