const migrations = (n: number) => (n === 1 ? '1 step' : `${n} steps`)
const of = (version: string | null) => (version === null ? 'version 0.1' : `version ${version}`)

/** The command that upgrades a database. */
export const upgrade = {
  usage:
    'Usage: wayproof upgrade [--no-backup] [--data FOLDER] [--json]\nMakes a backup, then upgrades the database to this version. Stop the apps first, and start this version afterwards. --no-backup: a backup exists already.',
  needless: (version: string) => `The database is of this version, ${version}. There is nothing to upgrade.`,
  plan: (from: string | null, to: string, pending: number) =>
    `The database is of ${of(from)}. It is upgraded to version ${to} in ${migrations(pending)}, all of them or none. ${of(from).replace(/^v/, 'V')} cannot open it afterwards.`,
  clock:
    'After the start a privacy officer has to confirm the clock in the dashboard, because nobody has checked it for a week or more. Until then no email of a survey leaves.',
  backUpFirst: (version: string | null) =>
    `There is no backup of the last 24 hours in BACKUP_DIR, and this version cannot back up the server's database of ${of(version)}. Run wayproof backup of ${of(version)} first, or add --no-backup if you have another copy.`,
  done: (version: string) => `The database is of version ${version} now. Start the apps: wayproof start.`,
}
