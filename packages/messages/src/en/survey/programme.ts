import type { BasisProfile, Lacking, NotOpened, SamplingMode, Skip } from '@wayproof/survey'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** Why somebody gets no letter; a reason that has no words is `other`. */
const reasons: Readonly<Record<string, string>> = {
  'not-adult': 'not known to be adult',
  'no-basis': 'no sufficient legal basis',
  unsubscribed: 'unsubscribed',
  bounced: 'address bounced',
  complained: 'complained',
  erased: 'erased',
  budget: 'enough letters this half-year',
  answered: 'answered',
  objected: 'objected to letters',
  suppressed: 'on the suppression list',
  'address-changed': 'address changed since the invitation',
  refused: 'letter refused',
  'invitation-waits': 'invitation has not left yet',
  'reminder-waits': 'reminder has not left yet',
  'reminded-twice': 'reminded twice',
  'too-soon': 'last letter too recent',
  'recipient gone': 'no longer in the register',
  'wave-closed': 'the wave closed first',
  other: 'other',
}

const ways = { consent: 'consent', 'soft-opt-in': 'soft opt-in' } as const
const conditions = {
  namesSurveys: 'whose wording names surveys',
  noticeGiven: 'with proof that the notice was shown when the address was collected',
} as const

const way = ({ kind, conditions: asked }: BasisProfile['ways'][number]) =>
  [ways[kind], ...asked.map((condition) => conditions[condition])].join(' ')
const places = new Intl.DisplayNames('en', { type: 'region' })
const profile = ({ countries, ways: each }: BasisProfile) =>
  `${countries.map((code) => places.of(code)).join(', ')}: ${each.map(way).join(', or ')}.`

export const programme = {
  title: 'Survey programme',
  runs: 'Open the wave of each half-year by itself',
  runsHint: 'On the first working day of January and July, at nine o’clock.',
  mode: 'Whom each wave asks',
  size: 'Size of the sample',
  sizeHint: 'Fewer are asked where fewer may be. How many it takes tells',
  sizeLink: 'the calculator on the page Waves',
  asks: (mode: SamplingMode, size: number | null) =>
    ({
      census: 'It asks everyone who may be asked.',
      sample: `It asks a random sample of ${n(size ?? 0)}.`,
      stratified: `It asks a stratified sample of ${n(size ?? 0)}.`,
    })[mode],
  daysOpen: 'Days open',
  firstReminder: 'First reminder, days after the invitation',
  lastReminder: 'Second reminder, days after the invitation',
  remindersHint: 'Counted from each person’s own invitation; at least three days apart.',
  letterLimit: 'Letters to one person at most',
  letterLimitHint: 'In one wave and in one half-year; one to three.',
  holidays: 'Own days off',
  holidaysHint: 'As 2027-01-04, separated by spaces. China’s holidays are known.',
  holidaysWrong: 'Write days as 2027-01-04, separated by spaces.',
  range: (least: number, most: number) => `Fill in a whole number from ${n(least)} to ${n(most)}.`,
  next: (period: string, day: string) => `The wave on the ${period} opens on ${day}.`,
  nextTitle: 'The next wave',
  paused: 'The programme is paused: no wave opens by itself until it is switched on again.',
  stopped: 'The programme is stopped: no wave opens by itself.',
  plan: 'To the programme under Settings',
  oneAtATime: (period: string, day: string) =>
    `The wave on the ${period} takes answers until the end of ${day}. One wave is open at a time: until it closes, none can be opened by hand.`,
  ifSwitchedOn: {
    opens: (period: string, due: string) =>
      `The wave on the ${period} was due on ${due}, while the programme was off: once you save, it opens within a minute and invitations go out, if the checklist holds.`,
    asks: (period: string, due: string) =>
      `The wave on the ${period} was due on ${due}, while the programme was off. That is more than seven days ago: once you save, you are asked whether to open it or to leave it out.`,
  },
  notArranged: 'The holidays of that year are not announced yet: only weekends and fixed holidays are counted.',
  checklist: {
    title: 'Checklist before opening',
    basisProfiles: (version: number) => `The legal basis profiles are right (version ${version})`,
    basisProfilesHint: (profiles: readonly BasisProfile[]) =>
      [...profiles.map(profile), 'Any other country, or none known: all of these at once.'].join(' '),
    notice: 'Version of the privacy notice',
    assessment: 'Impact assessment on file, of',
    backups: 'Backups are gone after (days)',
    backupsHint: 'At most 30: a backup of an open wave still ties answers to people.',
    abroad: 'Persons whose data leave the country',
    abroadHint: 'The mail relay counts.',
    confirm: 'Confirm',
    confirmed: (day: string) => `Confirmed on ${day} by`,
    doesNotHold: (lacking: number) =>
      `Saved; it does not hold yet: ${lacking === 1 ? '1 point is' : `${n(lacking)} points are`} missing.`,
    lackingTitle: 'No wave opens before the checklist holds.',
    lacking: {
      'basis-profiles': 'The legal basis profiles, as they are now, are not confirmed.',
      notice: 'The version of the notice is missing.',
      assessment: 'The impact assessment is missing, or lies in the future.',
      backups: 'Backups must be gone after 30 days at most.',
      'persons-abroad': 'The number of persons whose data leave the country is missing.',
      'mail-server': 'No mail server has accepted a letter in the last 30 days. Send yourself a test letter.',
    } satisfies Record<Lacking, string>,
    fill: 'Fill it in under Settings',
  },
  question: {
    title: (period: string) => `The wave on the ${period} has not opened`,
    reasons: {
      late: 'It was due while nothing ran, or the programme was off, more than seven days before. Nobody has been written to.',
      'checklist-incomplete': 'The checklist did not hold. Nobody has been written to.',
      'no-questionnaire': 'There was no questionnaire.',
      'no-eligible-travelers': 'There was nobody to ask.',
      'close-date-invalid': 'The closing day had passed.',
      'sample-size-invalid': 'The size of the sample could not be used.',
    } satisfies Record<NotOpened, string>,
    due: (day: string) => `It was due on ${day}. Open it now, or leave it out.`,
    open: {
      action: 'Open now',
      confirmTitle: 'Open the wave now?',
      confirm: (day: string) => `Invitations are written by the plan of the programme, and the last day is ${day}.`,
    },
    leaveOut: {
      action: 'Leave out',
      confirmTitle: 'Leave this wave out?',
      confirm: () =>
        'The half-year then has no wave, and its satisfaction stays unknown. A wave can still be opened by hand.',
    },
  },
  skips: {
    title: 'Who got no letter, and why',
    titleAhead: 'Who gets no letter, and why',
    atClose: 'Of reminders, as it stood when the wave closed.',
    answeredOf: (withdrawn: number) => `answered, ${n(withdrawn)} of them withdrawn since`,
    letter: 'Letter',
    stage: { invitation: 'invitation', reminder: 'another reminder' } satisfies Record<Skip['stage'], string>,
    reason: 'Why',
    count: 'Travelers',
    reasons,
  },
  mail: {
    title: 'How emails are sent',
    server: 'A mail server accepted an email in the last 30 days.',
    none: 'No mail server has accepted an email in the last 30 days. No wave opens until one does.',
    folder: 'Emails are written to a folder and sent to nobody. The checklist accepts this.',
    chosen: (day: string) => `Chosen on ${day} by`,
    test: {
      action: 'Send me a test email',
      waits: 'Your test email is waiting for the mail server.',
      accepted: 'The mail server accepted your test email.',
      written: 'Your test email was written to a folder, not sent. Set SMTP_URL for the scheduler.',
      failed: 'Your test email was not sent. Give this reply to your administrator:',
    },
    choose: {
      action: 'Use a folder, not a mail server',
      confirmTitle: 'Write emails to a folder?',
      confirm:
        'Without a mail server, every email is written to a folder on the server. Travelers receive nothing. Your name and the day are recorded. The choice ends when a mail server accepts an email.',
    },
    takeBack: 'No longer accept a folder',
  },
  testLetter: {
    title: 'See what travelers get',
    lead: 'The letter comes to you alone. Its button opens the questionnaire as travelers see it; nothing is stored.',
    kind: 'Letter',
    kinds: {
      'survey-invitation': 'Invitation',
      'survey-reminder': 'First reminder',
      'survey-last-reminder': 'Last reminder',
    },
    language: 'Language of the letter',
    action: 'Send me a test letter',
    done: 'The test letter is on its way to you.',
  },
}
