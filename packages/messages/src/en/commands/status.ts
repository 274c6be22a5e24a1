const emails = (n: number) => (n === 1 ? '1 email' : `${n} emails`)

/** The state of an installation. */
export const status = {
  usage:
    'Usage: wayproof status [--data FOLDER] [--json]\nVersion, key, emails that wait, next dates and backups. Changes nothing.',
  program: (version: string) => `This program: version ${version}`,
  database: {
    missing: 'Database: none yet',
    intact: (version: string | null) => `Database: version ${version ?? '0.1'}, up to date`,
    older: (version: string | null, pending: number) =>
      `Database: version ${version ?? '0.1'}, ${pending === 1 ? '1 step' : `${pending} steps`} older, or being upgraded now. To upgrade: wayproof upgrade`,
    newer: (version: string | null) =>
      `Database: version ${version ?? ''}, newer than this program. Start that version.`,
  },
  key: (generation: number) => `Key: generation ${generation}`,
  queueTitle: 'Emails that wait, without reminders and emails about cases:',
  queueEmpty: 'Emails that wait, without reminders and emails about cases: none',
  causes: {
    due: 'due now',
    later: 'planned for later',
    paused: 'their wave is paused',
    server: 'the mail server, or the recipient’s, was away',
    sender: 'we were refused as the sender',
    address: 'their address or the email was refused',
  },
  waiting: (letters: number, cause: string, since: string) =>
    `  ${emails(letters)}: ${cause}, the oldest from ${since}`,
  next: {
    title: 'Next dates:',
    closes: (day: string, period: string) => `  ${day}  the survey of the ${period} closes (last day)`,
    opens: (day: string, period: string) => `  ${day}  the survey of the ${period} opens`,
    none: 'Next dates: none; the survey program is off',
  },
  backups: {
    none: (folder: string) => `Backups in ${folder}: none. Make one: wayproof backup`,
    title: (folder: string) => `Backups in ${folder}:`,
    line: (made: string, file: string) => `  ${made}  ${file}`,
    destroy: (made: string, file: string, by: string) =>
      `  ${made}  ${file}: links answers to people, destroy it by ${by}`,
    unreadable: (file: string) => `  ${file}: not a backup, or damaged`,
    restored: (day: string) => `Last proven restore: ${day}`,
    neverRestored: 'Last proven restore: never. Prove one: wayproof doctor --restore KEY',
  },
}
