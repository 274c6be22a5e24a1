import type { ChecklistGap } from '@wayproof/survey/opening/checklist'
import type { NotOpened } from '@wayproof/survey/opening/opening-question'
import type { SamplingMode } from '@wayproof/survey/sampling/sample'
import type { Skip } from '@wayproof/survey/sampling/skip'
import type { BasisProfile } from '@wayproof/survey/travelers/legal-basis'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** Why a person gets no letter; a reason without a sentence is `other`. */
const reasons: Readonly<Record<string, string>> = {
  'not-adult': 'adulthood not confirmed',
  'no-basis': 'no legal basis',
  unsubscribed: 'unsubscribed',
  bounced: 'address bounced',
  complained: 'spam complaint',
  erased: 'erased',
  budget: 'email limit reached',
  answered: 'answered',
  objected: 'objected to emails',
  suppressed: 'on the suppression list',
  'address-changed': 'address changed since the invitation',
  refused: 'email rejected',
  'invitation-waits': 'invitation queued',
  'reminder-waits': 'reminder queued',
  'reminded-twice': 'reminded twice',
  'too-soon': 'last email too recent',
  'recipient gone': 'no longer in the register',
  'wave-closed': 'the wave closed first',
  other: 'other',
}

const ways = { consent: 'consent', 'soft-opt-in': 'soft opt-in' } as const
const conditions = {
  namesSurveys: 'whose wording names surveys',
  noticeGiven: 'with proof that the notice was shown when the address was collected',
} as const

const way = ({ kind, conditions: basisConditions }: BasisProfile['ways'][number]) =>
  [ways[kind], ...basisConditions.map((condition) => conditions[condition])].join(' ')
const profile = ({ countries, ways: each }: BasisProfile) => {
  const places = new Intl.DisplayNames('en', { type: 'region' })
  return `${countries.map((code) => places.of(code)).join(', ')}: ${each.map(way).join(', or ')}.`
}

export const programme = {
  title: 'Survey program',
  runs: 'Open each half-year’s wave automatically',
  runsHint: 'On the first working day of January and July, at 9:00.',
  mode: 'Who to ask',
  size: 'Sample size',
  sizeHint: (link: string) => `If fewer are eligible, all are invited. Not sure? Use ${link}.`,
  sizeLink: 'the sample size calculator',
  asks: (mode: SamplingMode, size: number | null) =>
    ({
      census: 'It asks all eligible travelers.',
      sample: `It asks a random sample of ${n(size ?? 0)}.`,
      stratified: `It asks a stratified sample of ${n(size ?? 0)}.`,
    })[mode],
  daysOpen: 'Days open',
  firstReminder: 'First reminder, days after the invitation',
  lastReminder: 'Second reminder, days after the invitation',
  remindersHint: 'Counted from each person’s invitation; at least 3 days apart.',
  letterLimit: 'Maximum emails per person',
  letterLimitHint: 'Per wave and half-year; 1 to 3.',
  smallestWave: 'Smallest wave',
  smallestWaveHint: 'Fewest people a wave invites. A smaller wave hides each answer among fewer others.',
  holidays: 'Company holidays',
  holidaysHint:
    'Dates like 2027-01-04, separated by spaces. Chinese public holidays are included once they are known here; enter those of other years.',
  holidaysWrong: 'Enter dates like 2027-01-04, separated by spaces.',
  range: (least: number, most: number) => `Enter a whole number from ${n(least)} to ${n(most)}.`,
  next: (period: string, day: string) => `The wave for the ${period} opens on ${day}.`,
  nextTitle: 'Next wave',
  paused: 'The program is paused; waves do not open automatically.',
  stopped: 'The program is off; waves do not open automatically.',
  plan: 'Go to Settings',
  oneAtATime: (period: string, day: string) =>
    `The ${period} wave is open until ${day}. Only one wave can be open at a time.`,
  ifSwitchedOn: {
    opens: (period: string, due: string) =>
      `The ${period} wave was due on ${due}. If you save, it opens within a minute (checklist permitting).`,
    asks: (period: string, due: string) =>
      `The ${period} wave was due on ${due}, over 7 days ago. After saving, choose to open or skip it.`,
  },
  notArranged: 'That year’s holidays are not announced yet: only weekends and fixed holidays are counted.',
  checklist: {
    title: 'Opening checklist',
    basisProfiles: (version: number) => `Legal basis profiles are correct (version ${version})`,
    basisProfilesHint: (profiles: readonly BasisProfile[]) =>
      [...profiles.map(profile), 'Any other country, or none known: all of these at once.'].join(' '),
    notice: 'Privacy notice version',
    assessment: 'Impact assessment date',
    backups: 'Backup retention (days)',
    backupsHint: 'At most 30: a backup of an open wave still links answers to people.',
    abroad: 'People whose data is transferred abroad',
    abroadHint: 'Include the mail relay.',
    confirm: 'Confirm',
    confirmed: (day: string) => `Confirmed on ${day} by`,
    doesNotHold: (missingItems: number) =>
      `Saved. ${missingItems === 1 ? '1 item' : `${n(missingItems)} items`} missing.`,
    lackingTitle: 'No wave opens until the checklist is complete.',
    lacking: {
      'basis-profiles': 'The current legal basis profiles are not confirmed.',
      notice: 'The privacy notice version is missing.',
      assessment: 'The impact assessment date is missing or in the future.',
      backups: 'Backup retention must be 30 days or less.',
      'persons-abroad': 'The number of people whose data is transferred abroad is missing.',
      'mail-server': 'No mail server has accepted an email in the last 30 days. Send yourself a test email.',
    } satisfies Record<ChecklistGap, string>,
    fill: 'Complete it under Settings',
  },
  approval: {
    needed: 'Another privacy officer must approve each automatic opening.',
    ask: 'Ask for approval',
    waits: 'This opening is waiting for approval.',
    approved:
      'Two privacy officers approved this opening. Changes of the plan, the questionnaire or the improvements need a new approval.',
    show: 'Show approvals',
  },
  question: {
    title: (period: string) => `The wave for the ${period} has not opened`,
    reasons: {
      'not-approved': 'Two privacy officers had not approved this opening, or the plan had changed since.',
      late: 'The program was off or not running on the due date, more than 7 days before. No invitations were sent.',
      'checklist-incomplete': 'The opening checklist was incomplete. No invitations were sent.',
      'no-questionnaire': 'There was no questionnaire.',
      'no-eligible-travelers': 'No travelers were eligible.',
      'close-date-invalid': 'The closing date had passed.',
      'too-few-invited': 'Fewer travelers could be invited than a wave needs.',
      'sample-size-invalid': 'The sample size was not valid.',
    } satisfies Record<NotOpened, string>,
    due: (day: string) => `It was due on ${day}. Open it now or skip it.`,
    open: {
      action: 'Open now',
      confirmTitle: 'Open the wave now?',
      confirm: (day: string) => `Invitations are sent as planned in the program. The closing date is ${day}.`,
    },
    leaveOut: {
      action: 'Skip',
      confirmTitle: 'Skip this wave?',
      confirm: () => 'Satisfaction stays unknown for this half-year. You can still open a wave manually.',
    },
  },
  skips: {
    title: 'Not emailed, and why',
    titleAhead: 'Will not be emailed, and why',
    atClose: 'Reminders: as of the close of the wave.',
    answeredOf: (withdrawn: number) => `answered, ${n(withdrawn)} of them withdrawn since`,
    letter: 'Email',
    stage: { invitation: 'invitation', reminder: 'another reminder' } satisfies Record<Skip['stage'], string>,
    reason: 'Reason',
    count: 'Travelers',
    reasons,
  },
  mail: {
    title: 'How emails are sent',
    server: 'A mail server accepted an email in the last 30 days.',
    none: 'No mail server has accepted an email in the last 30 days. No wave opens until one does.',
    folder: 'Emails are written to a folder and sent to no one. The checklist accepts this.',
    chosen: (day: string) => `Chosen on ${day} by`,
    test: {
      action: 'Send me a test email',
      waits: 'Your test email is waiting for the mail server.',
      accepted: 'The mail server accepted your test email.',
      written:
        'Your test email was written to a folder, not sent. The person who runs the server sets SMTP_URL for the scheduler.',
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
    title: 'Preview the emails',
    lead: 'Sent only to you. The questionnaire link saves nothing.',
    kind: 'Email',
    kinds: {
      'survey-invitation': 'Invitation',
      'survey-reminder': 'First reminder',
      'survey-last-reminder': 'Last reminder',
    },
    language: 'Language of the email',
    action: 'Send me a test email',
    done: 'The test email is being sent to you.',
    ended: 'This language is no longer active. No email was sent.',
  },
}
