/** The checks of `doctor`, in the order of the list. */
export const DOCTOR_CHECKS = [
  'pdf',
  'data-folder',
  'backup-folder',
  'wave-key-folder',
  'temporary-folder',
  'outbox-folder',
  'free-space',
  'key',
  'database',
  'backup',
  'restore',
  'mail-server',
  'mail-certificate',
] as const
export type DoctorCheck = (typeof DOCTOR_CHECKS)[number]

/** Why a check failed. */
export type DoctorProblem =
  | 'pdf-failed'
  | 'not-writable'
  | 'keys-among-data'
  | 'space-low'
  | 'key-missing'
  | 'key-unusable'
  | 'key-open'
  | 'database-damaged'
  | 'database-older'
  | 'database-newer'
  | 'database-fault'
  | 'backup-missing'
  | 'backup-old'
  | 'backup-unreadable'
  | 'backup-key-unusable'
  | 'restore-failed'
  | 'restore-unproven'
  | 'mail-server-silent'
  | 'certificate-ending'

/** Each sentence takes the file, folder, reply or figure that the check found. */
const problems: Readonly<Record<DoctorProblem, (detail: string) => string>> = {
  'pdf-failed': (error) => `No PDF can be made: ${error}. Install the release again from a complete copy.`,
  'not-writable': (folder) => `${folder} cannot be written. Give it to the user of the apps, or name another folder.`,
  'keys-among-data': (folder) =>
    `${folder} is inside the folder of data or backups: one copy would contain the answers of an open wave and their key. While no wave is open, set WAVE_KEY_DIR to a folder outside of both.`,
  'space-low': (place) => `Less than 5% is free: ${place}. Free some space: without it, no answer can be stored.`,
  'key-missing': (file) =>
    `There is a database, but no key file ${file}. Set KEY_FILE, or restore the key from its copy.`,
  'key-unusable': (file) => `${file} is not the key of this database. Restore the key from its copy.`,
  'key-open': (file) => `Other users of this machine can read ${file}. Run: chmod 600 ${file}`,
  'database-damaged': (place) =>
    `${place} is damaged. Stop the apps and restore the newest backup (docs/operations.md).`,
  'database-older': (place) => `An earlier version wrote ${place}. Make a backup; the next start upgrades it.`,
  'database-newer': (place) => `A newer version wrote ${place}. Start that version.`,
  'database-fault': (sentence) => sentence,
  'backup-missing': (folder) => `${folder} has no backup. Make one now: wayproof backup.`,
  'backup-old': (day) => `The newest backup is of ${day}. Make one each day: wayproof backup.`,
  'backup-unreadable': (file) => `${file} is not a backup, or is damaged. Make a new one: wayproof backup.`,
  'backup-key-unusable': (file) => `${file} is not the secret key of backups, which backup-key made.`,
  'restore-failed': (file) =>
    `${file} cannot be restored with this key. Make a new backup now, and prove it: wayproof doctor --restore KEY.`,
  'restore-unproven': (day) =>
    `${day === '' ? 'No restore was ever proven' : `A restore was last proven on ${day}`}. Prove one, with the secret key at hand: wayproof doctor --restore KEY.`,
  'mail-server-silent': (reply) => `The mail server does not accept our session: ${reply}. Check SMTP_URL.`,
  'certificate-ending': (day) =>
    `The certificate of the mail server ends on ${day}. Have it renewed: emails wait from then on.`,
}

export const doctor = {
  usage:
    'Usage: wayproof doctor [--restore KEY] [--data FOLDER] [--json]\nChecks this machine: makes a PDF, writes each folder, and reads key, database, newest backup and mail server. With the secret key of backups (KEY) it also restores the newest backup into a temporary folder, removes it, and records the day.',
  checks: {
    pdf: 'PDF reports',
    'data-folder': 'Data folder',
    'backup-folder': 'Folder of backups and journal',
    'wave-key-folder': 'Folder of wave keys',
    'temporary-folder': 'Temporary folder',
    'outbox-folder': 'Folder of emails',
    'free-space': 'Free space',
    key: 'Key file',
    database: 'Database',
    backup: 'Newest backup',
    restore: 'Proven restore',
    'mail-server': 'Mail server',
    'mail-certificate': 'Certificate of the mail server',
  } satisfies Record<DoctorCheck, string>,
  ok: 'ok',
  failed: 'FAILED',
  problems,
  allWell: (n: number) => `All ${n} checks passed.`,
  notWell: (n: number) => `${n} ${n === 1 ? 'check' : 'checks'} failed.`,
}
