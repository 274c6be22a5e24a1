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

const changed = 'The database was changed by something else. Restore a copy, or ask for help before going on.'

/** Each sentence takes the detail that its code has: a path or a version. */
export const databaseFaults: Record<DatabaseFaultCode, (detail: string) => string> = {
  damaged: () =>
    'A check found the database file damaged, and nothing is written any more. Stop the apps and restore a backup.',
  'setting-refused': () => 'The database does not take the settings that keep data safe. Is it on a network drive?',
  'not-a-database': () => 'The file is no database, or it is damaged. Restore a copy.',
  'other-database': () => 'The file is a database of another program. Name another file in DATABASE_URL.',
  'newer-database': (version) =>
    `The database was written by ${version ? `version ${version}` : 'a newer version'}, which is newer than this one. Start that version, or restore a backup made before the update.`,
  'changed-migration': () => changed,
  'unfinished-migration': () => 'An update of the database was broken off. Restore the copy made before it.',
  'broken-migration': () =>
    'The update of the database failed; nothing was changed. Keep the version before, and ask for help.',
  'rowid-table': () => changed,
  'foreign-log': (path) =>
    `The log ${path} does not belong to the database beside it. Nothing was changed. Move it and the -shm file away, and start again.`,
  busy: () => 'Another program held the database for 30 seconds. End it and start again.',
  closed: () => 'The database was closed while it was in use.',
  'disk-full': () => 'The disk is full. Nothing was kept; make room and start again.',
  'cannot-open': () =>
    'The database file can be neither opened nor made. May this program write to the file and its folder?',
  'other-key': () =>
    'The key file belongs to another database: the addresses in this one cannot be read with it. Put back the copy you kept.',
}
