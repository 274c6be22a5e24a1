/** Why a backup was not made or not restored: the codes of the store. */
export type BackupFaultCode =
  | 'backup-exists'
  | 'backup-key-exists'
  | 'backup-key-missing'
  | 'backup-key-wrong'
  | 'place-not-empty'
  | 'backup-missing'
  | 'not-a-backup'
  | 'backup-damaged'
  | 'backup-other-key'
  | 'backup-other-installation'

const faults: Record<BackupFaultCode, (path: string) => string> = {
  'backup-exists': (path) => `${path} is there already, and no backup is replaced. Name another file.`,
  'backup-key-exists': (path) => `${path} is there already, and no key is replaced. Name another file.`,
  'backup-key-missing': (path) => `There is no backup key ${path}. Make one with: pnpm backup-key FILE`,
  'backup-key-wrong': (path) => `${path} is no backup key of the kind that is needed here.`,
  'place-not-empty': (path) =>
    `${path} is there already. A backup is restored into an empty place only: move it away first.`,
  'backup-missing': (path) => `There is no backup ${path}.`,
  'not-a-backup': (path) => `${path} is no backup made by this program.`,
  'backup-damaged': (path) => `${path} was changed or cut off, and nothing was restored. Take another backup.`,
  'backup-other-key': (path) => `${path} was sealed to another backup key. Name the secret key that belongs to it.`,
  'backup-other-installation': (path) =>
    `${path} is of another installation: the key file is not the one it was made with. Put back that key file first.`,
}

export const backups = {
  faults,
  usageKey:
    'Usage: pnpm backup-key FILE\nMakes a pair of keys. FILE is the secret key, which opens backups: move it off this machine. The public key stays and seals them.',
  usageBackup:
    'Usage: pnpm backup [FILE] [--data FOLDER] [--json]\nSeals a copy of the database, also while the apps run. FILE is a new file or a folder; without it the backup goes to BACKUP_DIR.',
  usageRestore:
    'Usage: pnpm restore FILE --key SECRET_KEY [--data FOLDER] [--json]\nPuts a backup where no database lies, and replays what the journal in BACKUP_DIR tells since. The key file must be in its place.',
  keyMade: (secretFile: string, publicFile: string) =>
    `Made the secret key ${secretFile} and the public key ${publicFile}. Move the secret key to where the backups are kept safe, and off this machine: it alone opens them.`,
  made: (file: string, rows: number) => `Made the backup ${file} with ${rows.toLocaleString('en')} rows.`,
  keyFileApart: 'The key file is not in it. Keep a copy of the key file apart from the backups.',
  destroyBy: (day: string, waves: string) =>
    `It ties answers to people (${waves}). Destroy it by ${day}. After that day it is restored without those ties.`,
  folderUnset: (journal: string) =>
    `BACKUP_DIR is not set. The journal of unsubscribes, erasures and closings is ${journal}, beside the database. Set BACKUP_DIR to a folder on another disk, so that the journal outlives the database.`,
  noKeyFile: (path: string) =>
    `The key file ${path} is missing. Put back the copy you kept: a backup is of no use without it.`,
  restored: (database: string, madeAt: string, rows: number) =>
    `Restored ${database} as of ${madeAt}, with ${rows.toLocaleString('en')} rows. It is whole.`,
  noJournal: (path: string) =>
    `There is no journal ${path}. People who unsubscribed or were erased since the backup are not known: ask before you write to anybody.`,
  unreadable: (count: number) =>
    `${count} ${count === 1 ? 'line' : 'lines'} of the journal cannot be read and were passed over.`,
  replayed: (unsubscribed: number, erased: number) =>
    `From the journal: ${unsubscribed} ${unsubscribed === 1 ? 'address' : 'addresses'} suppressed and ${erased} ${erased === 1 ? 'person' : 'people'} erased again.`,
  closed: (waves: string) => `Closed and anonymized again: ${waves}.`,
  held: (count: number) =>
    `${count} waiting ${count === 1 ? 'letter is' : 'letters are'} held, for they may have gone out since. An officer releases them under Settings.`,
}
