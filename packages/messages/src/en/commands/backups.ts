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
  'backup-exists': (path) => `${path} already exists, and backups are never overwritten. Name another file.`,
  'backup-key-exists': (path) => `${path} already exists, and keys are never overwritten. Name another file.`,
  'backup-key-missing': (path) => `Backup key ${path} does not exist. Create one with: wayproof backup-key FILE`,
  'backup-key-wrong': (path) => `${path} is not the kind of backup key needed here.`,
  'place-not-empty': (path) =>
    `${path} already exists. A backup can only be restored to an empty place: name another one, or move it away first.`,
  'backup-missing': (path) => `Backup ${path} does not exist.`,
  'not-a-backup': (path) => `${path} is not a backup made by this program.`,
  'backup-damaged': (path) => `${path} was changed or cut off. Nothing was restored. Use another backup.`,
  'backup-other-key': (path) => `${path} was encrypted with another backup key. Name its secret key.`,
  'backup-other-installation': (path) =>
    `${path} belongs to another installation: the key file is not the one it was made with. Put back that key file first.`,
}

export const backups = {
  faults,
  usageKey:
    'Usage: wayproof backup-key FILE\nCreates a key pair. FILE is the secret key, which decrypts backups: move it off this machine. The public key stays and encrypts them.',
  usageBackup:
    'Usage: wayproof backup [FILE] [--data FOLDER] [--json]\nEncrypts a copy of the database, even while the apps run. FILE is a new file or a folder; without it the backup goes to BACKUP_DIR.',
  usageRestore:
    'Usage: wayproof restore FILE --key SECRET_KEY [--data FOLDER] [--json]\nRestores a backup to a folder or a server without a database, then replays the journal in BACKUP_DIR. The key file must be in its place.',
  keyMade: (secretFile: string, publicFile: string) =>
    `Created the secret key ${secretFile} and the public key ${publicFile}. Move the secret key off this machine to a safe place: only it decrypts backups.`,
  made: (file: string, rows: number) => `Created the backup ${file} with ${rows.toLocaleString('en')} rows.`,
  keysMissing: (waves: string) =>
    `Warning: the key of this wave is missing, so the backup cannot bring back its responses: ${waves}. Put back the folder of the wave keys (WAVE_KEY_DIR).`,
  keysApart: (waves: string) =>
    `The answers of this open wave are readable only with the folder of wave keys (WAVE_KEY_DIR), which no backup contains: ${waves}. Keep a copy of that folder apart from the backups, and destroy the copy when the wave closes.`,
  keyFileApart: 'It does not contain the key file. Keep a copy of the key file apart from the backups.',
  destroyBy: (day: string, waves: string) =>
    `It links answers to people (${waves}). Destroy it by ${day}. After that day it is restored without those links.`,
  folderUnset: (journal: string) =>
    `BACKUP_DIR is not set. The journal of unsubscribes, erasures and closings is ${journal}, beside the database. Set BACKUP_DIR to a folder on another disk, so that the journal outlives the database.`,
  onServer: (database: string) =>
    `--backup compares two database files, but DATABASE_URL names the server database ${database}.`,
  noKeyFile: (path: string) =>
    `The key file ${path} is missing. Put back the copy you saved: a backup is useless without it.`,
  restored: (database: string, madeAt: string, rows: number) =>
    `Restored ${database} as of ${madeAt}, with ${rows.toLocaleString('en')} rows. It is complete.`,
  noJournal: (path: string) =>
    `There is no journal ${path}. People who unsubscribed or were erased since the backup are unknown: check before you send any email.`,
  unreadable: (count: number) =>
    `${count} ${count === 1 ? 'line' : 'lines'} of the journal could not be read and were skipped.`,
  replayed: (unsubscribed: number, erased: number) =>
    `From the journal: ${unsubscribed} ${unsubscribed === 1 ? 'address' : 'addresses'} suppressed and ${erased} ${erased === 1 ? 'person' : 'people'} erased again.`,
  closed: (waves: string) => `Closed and anonymized again: ${waves}.`,
  keysNotHere: (waves: string) =>
    `The key of this wave is not in WAVE_KEY_DIR, so its answers cannot be read and nobody can answer: ${waves}. Before you start the apps, copy the folder of wave keys from the machine that ran the wave. If there is no copy, its answers are lost; after its close run: wayproof confirm-lost-key PERIOD`,
  closedWithoutAnswers: (waves: string) =>
    `Closed without answers, because a key dies when its wave is anonymized: ${waves}. Use a backup from after that day for the results. If the wave was not anonymized yet, put back the folder of wave keys and restore again.`,
  held: (count: number) =>
    `${count} waiting ${count === 1 ? 'email is' : 'emails are'} held, because they may already have been sent. A privacy officer releases them under Settings.`,
}
