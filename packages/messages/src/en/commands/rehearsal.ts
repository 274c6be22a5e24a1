import type { EditionKind } from '@wayproof/scorecard/editions/edition'

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

const editions = {
  preliminary: 'preliminary edition',
  record: 'edition of record',
  sealed: 'sealed edition',
  monthly: 'monthly edition',
  quarterly: 'quarterly edition',
  now: 'edition sent by hand',
} satisfies Record<EditionKind, string>

/** The calendar that `rehearse` prints. */
export const rehearsal = {
  usage:
    'Usage: wayproof rehearse [--days N] [--data FOLDER] [--json]\nPlays the next N days (183) on a copy and lists the emails that would leave, and what would wait for a person. Sends nothing and changes nothing.',
  days: (most: number) => `--days takes a number from 1 to ${most}.`,
  copying: 'Copying the database.',
  playing: (day: string) => `Playing until ${day}.`,
  title: (from: string, until: string) => `Emails from ${from} to ${until}, if nobody does anything:`,
  none: 'No email would leave.',
  /** The kinds of emails. */
  kinds: {
    'survey-invitation': 'Invitation to the survey',
    'survey-reminder': 'First reminder of the survey',
    'survey-last-reminder': 'Last reminder of the survey',
    'executive-summary': 'Executive summary',
    'edition-notice': 'Executive summary waits',
    restatement: 'Restated half-year',
    'closing-reminder': 'Update your register, sign or close',
    'wave-paused': 'Survey paused',
    'unlinking-certificate': 'Certificate of anonymization',
    'rights-code': 'Confirmation code of a request',
    'rights-message': 'Answer to a request',
    'rights-arrived': 'New requests',
    'report-arrived': 'New report',
    'opening-question': 'Decision needed: survey did not open',
    'approval-asked': 'Approval needed',
    'approval-decided': 'Approval decided',
    'reader-added': 'New reader of the figures',
    'officer-question': 'Decision needed',
    deadlines: 'Deadlines',
    'goals-changed': 'Changed goals',
    'mail-server-test': 'Test of the mail server',
    'user-invitation': 'Invitation to the dashboard',
    'password-reset': 'New password',
  },
  line: (time: string, what: string, period: string | null, count: number) =>
    `  ${time}  ${what}${period === null ? '' : `, ${period}`}: ${people(count)}`,
  reminders: (period: string, atMost: number | null, until: string) =>
    `Reminders of the open survey (${period}), until ${until}: ${atMost === null ? 'not counted before the next full hour' : `at most ${people(atMost)}`}.`,
  noAnswers: 'In a rehearsal nobody answers, so each invited person gets both reminders.',
  heldTitle: 'Waits for a person:',
  edition: (time: string, kind: EditionKind, period: string, why: 'held' | 'awaiting-approval') =>
    `  ${time}  ${editions[kind]}, ${period}: ${why === 'held' ? 'held, because records or answers are missing' : 'waits for approval'}`,
  opening: (time: string, period: string, why: string) => `  ${time}  Survey, ${period}: ${why}`,
  job: (time: string, job: string, error: string) => `  ${time}  ${job} fails: ${error}`,
}
