import type { Attack, WaveStatus } from '@wayproof/survey'

const attacks: Record<Attack, string> = {
  'shared-values': 'Ids or codes that also stand in a row about a person',
  'stored-moments': 'Times stored with an answer',
  'row-order': 'The order in which rows or keys came',
  'stored-sizes': 'Sizes of answers, and of those begun',
  'small-groups': 'Groups with one respondent, or with one voice',
  'freed-bytes': 'Remains in freed bytes of the file',
  'write-log': 'Steps in the write-ahead log',
  'earlier-copy': 'The difference to an earlier copy',
}

const statuses: Record<WaveStatus, string> = {
  open: 'open: not anonymous yet',
  closed: 'closed, not yet unlinked',
  unlinked: 'unlinked',
}

const answers = (n: number) => (n === 1 ? '1 answer' : `${n} answers`)

/** Results of the attacks on the anonymity of answers. */
export const anonymity = {
  attacks,
  statuses,
  wave: (period: string, status: string) => `${period} (${status})`,
  figures: (tied: number, all: number, respondents: number, drafts: number, reminded: number) =>
    `${tied} of ${answers(all)} tied to a person; ${respondents} people known to have answered, ${drafts} to have begun, ${reminded} to have been reminded`,
  tied: (n: number | null) => (n === null ? 'not tried' : String(n)),
  none: 'There is no survey wave in this database yet.',
  holds: 'No answer of an unlinked wave could be tied to a person.',
  broken:
    'The file tells more of an unlinked wave than it may: answers tied to people, or who took part. Keep it from others and ask for help.',

  certificate: {
    subject: (period: string) => `Certificate of unlinking, privacy survey, ${period}`,
    subjectBroken: (period: string) => `Please act: the privacy survey is not anonymous, ${period}`,
    kicker: (period: string) => `Certificate of unlinking · ${period}`,
    headline: 'No answer can be tied to a person in the database any more.',
    headlineBroken: (tied: number, all: number) =>
      tied === 0
        ? 'No answer can be tied to a person, but the database still tells who answered, began to, or was reminded.'
        : `${tied} of ${answers(all)} can still be tied to a person.`,
    closed: (all: number, closed: string, unlinked: string) =>
      `The survey closed on ${closed} with ${answers(all)}. What led from answers to people was destroyed on ${unlinked}.`,
    respondents: (n: number) =>
      n === 0 ? 'Nor does the file tell who answered.' : `The file still tells of ${n} people that they answered.`,
    drafts: (n: number) =>
      n === 0 ? 'No answer that was begun and not sent is left.' : `It still holds ${n} answers that were not sent.`,
    reminded: (n: number) =>
      n === 0
        ? 'Nor does the file tell who got a reminder, and so had not answered by then.'
        : `The file still tells of ${n} people that they got a reminder, and so had not answered by then.`,
    tried: 'What was tried on the database file, and how many answers it tied',
    attack: (attack: string, tied: string) => `${attack}: ${tied}`,
    backupsHeading: 'What is left to you',
    backups: (day: string) =>
      `Delete every backup, replica and archived log from before the unlinking by ${day}: whoever holds one could still tell whose an answer is.`,
    command: 'Whoever runs Wayproof can repeat this at any time, and compare with an earlier copy.',
    button: 'Open the dashboard',
    reader: 'You receive this as privacy officer. Please file it with the survey.',
  },

  usage:
    'Usage: pnpm verify-anonymity [--data FOLDER] [--backup FILE] [--json]\nFOLDER holds wayproof.db (default: DATA_DIR or ./data); FILE is an earlier copy of it.',
  noDatabase: (file: string) => `There is no database ${file}.`,
}
