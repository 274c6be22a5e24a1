/** Why the database cannot be used: the codes of the store. */
export type DatabaseFaultCode =
  | 'setting-refused'
  | 'not-a-database'
  | 'other-database'
  | 'newer-database'
  | 'changed-migration'
  | 'unfinished-migration'
  | 'broken-migration'
  | 'rowid-table'
  | 'foreign-log'
  | 'busy'
  | 'closed'
  | 'disk-full'
  | 'cannot-open'
  | 'other-key'
  | 'damaged'

const changed = 'The database was changed by another program. Restore a backup, or get help before you continue.'

/** Each sentence takes the detail that its code has: a path or a version. */
export const databaseFaults: Record<DatabaseFaultCode, (detail: string) => string> = {
  damaged: () => 'The database file is damaged and nothing is written any more. Stop the apps and restore a backup.',
  'setting-refused': () => 'The database does not accept the settings that keep data safe. Is it on a network drive?',
  'not-a-database': () => 'The file is not a database, or it is damaged. Restore a backup.',
  'other-database': () => 'The file is the database of another program. Name another file in DATABASE_URL.',
  'newer-database': (version) =>
    `The database was written by ${version ? `version ${version}` : 'a newer version'}, which is newer than this one. Start that version, or restore a backup made before the update.`,
  'changed-migration': () => changed,
  'unfinished-migration': () => 'A database update was interrupted. Restore the copy made before it.',
  'broken-migration': () => 'The database update failed; nothing was changed. Keep the previous version and get help.',
  'rowid-table': () => changed,
  'foreign-log': (path) =>
    `The log ${path} does not belong to the database beside it. Nothing was changed. Move it and the -shm file away, and restart.`,
  busy: () => 'Another program locked the database for 30 seconds. Stop it and restart.',
  closed: () => 'The database was closed while in use.',
  'disk-full': () => 'The disk is full. Nothing was saved. Free up space and restart.',
  'cannot-open': () =>
    'The database file cannot be opened or created. May this program write to the file and its folder?',
  'other-key': () =>
    'The key file belongs to another database: the addresses in this one cannot be read with it. Put back the copy you saved.',
}
