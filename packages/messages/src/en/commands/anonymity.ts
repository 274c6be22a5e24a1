import type { Attack } from '@wayproof/survey/waves/anonymity'
import type { WaveStatus } from '@wayproof/survey/waves/wave'

const attacks: Record<Attack, string> = {
  'shared-values': 'IDs or codes that also appear in a record about a person',
  'stored-moments': 'Times stored with an answer',
  'row-order': 'The order of records or keys',
  'stored-sizes': 'Sizes of responses and drafts',
  'small-groups': 'Groups with one respondent, or with identical answers',
  'freed-bytes': 'Data in freed pages of the file',
  'write-log': 'Steps in the write-ahead log',
  'earlier-copy': 'Differences from an earlier copy',
}

const statuses: Record<WaveStatus, string> = {
  open: 'open: not anonymous yet',
  closed: 'closed, not yet anonymized',
  unlinked: 'anonymized',
}

const answers = (n: number) => (n === 1 ? '1 response' : `${n} responses`)

/** Results of the attacks on the anonymity of answers. */
export const anonymity = {
  attacks,
  statuses,
  wave: (period: string, status: string) => `${period} (${status})`,
  figures: (tied: number, all: number, respondents: number, drafts: number, reminded: number) =>
    `${tied} of ${answers(all)} linked to a person; known to have answered: ${respondents}, to have started: ${drafts}, to have been reminded: ${reminded}`,
  tied: (n: number | null) => (n === null ? 'not tested' : String(n)),
  none: 'There is no survey wave in this database yet.',
  holds: 'No response of an anonymized wave could be linked to a person.',
  broken: 'The database reveals more about an anonymized wave than allowed. Restrict access and get help.',

  certificate: {
    subject: (period: string) => `Anonymization certificate: privacy survey, ${period}`,
    subjectBroken: (period: string) => `Action needed: the privacy survey is not anonymous, ${period}`,
    kicker: (period: string) => `Anonymization certificate · ${period}`,
    headline: 'No response in the database can be linked to a person.',
    headlineBroken: (tied: number, all: number) =>
      tied === 0
        ? 'No response can be linked to a person, but the database still shows who answered, started or was reminded.'
        : `${tied} of ${answers(all)} can still be linked to a person.`,
    closed: (all: number, closed: string, unlinked: string) =>
      `The survey closed on ${closed} with ${answers(all)}. Links between responses and people were deleted on ${unlinked}.`,
    respondents: (n: number) =>
      n === 0 ? 'The file does not show who answered.' : `The file still shows that ${n} people answered.`,
    drafts: (n: number) =>
      n === 0 ? 'The file contains no draft responses.' : `The file still contains ${n} draft responses.`,
    reminded: (n: number) =>
      n === 0
        ? 'The file does not show who got a reminder and had not answered by then.'
        : `The file still shows that ${n} people got a reminder and had not answered by then.`,
    tried: 'Tests on the database file, and how many responses each linked',
    attack: (attack: string, tied: string) => `${attack}: ${tied}`,
    backupsHeading: 'What you must do',
    backups: (day: string) =>
      `Delete all backups, replicas and archived logs from before anonymization by ${day}. Until then they can still link responses to people.`,
    /** Responses were encrypted while the survey was open. */
    key: {
      destroyed: (day: string) =>
        `While the survey was open, responses were encrypted. Their key was destroyed on ${day}: nobody can read them in older copies any more.`,
      lost: (day: string) =>
        `While the survey was open, responses were encrypted, and their key was lost. The operator confirmed this on ${day}. The survey was closed without its responses, so it has no results.`,
    },
    archives: (day: string) =>
      `Delete all backups, base backups, standby servers, archived write-ahead logs and statement logs from before anonymization by ${day}. They no longer reveal any response, but they still show who answered.`,
    command: 'The operator of Wayproof can repeat this test at any time and compare with an earlier copy.',
    button: 'Open the dashboard',
    reader: 'You are receiving this because you are a privacy officer. Please file it with the survey.',
  },

  usage:
    'Usage: wayproof verify-anonymity [--data FOLDER] [--backup FILE] [--json]\nFOLDER holds wayproof.db (default: DATA_DIR or ./data); FILE is an earlier copy of it.',
  noDatabase: (file: string) => `There is no database ${file}.`,
  /** Settings of a PostgreSQL server that keep copies of deleted rows. */
  serverWarnings: {
    'archives-log':
      'Warning: the server archives its log (archive_mode). Delete what was archived while a wave was open.',
    'logical-log':
      'Warning: the server writes a logical log (wal_level). Its readers keep rows that anonymization deletes.',
    'logs-statements':
      'Warning: the server logs statements (log_statement). Delete the logs written while a wave was open.',
    replicas: 'Warning: the server has replication slots. Replicas keep rows that anonymization deletes.',
  },
}
