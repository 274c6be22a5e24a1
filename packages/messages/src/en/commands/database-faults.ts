/** Why the database cannot be used: the codes of the store. */
export type DatabaseFaultCode =
  | 'setting-refused'
  | 'not-a-database'
  | 'other-database'
  | 'newer-database'
  | 'older-database'
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
  | 'key-generation-missing'
  | 'key-generation-early'
  | 'moved-away'
  | 'copy-differs'
  | 'damaged'
  | 'unreachable'
  | 'access-denied'
  | 'wrong-password'
  | 'no-such-database'
  | 'no-tls'
  | 'untrusted-certificate'
  | 'read-only'
  | 'old-server'
  | 'commit-times'
  | 'wave-key-missing'
  | 'journal-unwritable'

const changed = 'The database was changed by another program. Restore a backup, or get help before you continue.'

/** Each sentence uses the detail of its code: a path, a version, or a server's `host:port/database`. */
export const databaseFaults: Record<DatabaseFaultCode, (detail: string) => string> = {
  damaged: () =>
    'The database file is damaged and nothing is written any more. Stop the apps and restore a backup: wayproof restore FILE --key KEY',
  'setting-refused': () => 'The database does not accept the settings that keep data safe. Is it on a network drive?',
  'not-a-database': () =>
    'The file is not a database, or it is damaged. Restore a backup: wayproof restore FILE --key KEY',
  'other-database': () => 'The database belongs to another program. Set DATABASE_URL to another one.',
  'newer-database': (version) =>
    `The database was written by ${version ? `version ${version}` : 'a newer version'}, which is newer than this one. Start that version, or restore a backup made before the update.`,
  'older-database': (version) =>
    `The database was last used by ${version ? `version ${version}` : 'an older version'}. Run this command with that version, or upgrade first: wayproof upgrade.`,
  'changed-migration': () => changed,
  'unfinished-migration': () => 'A database update was interrupted. Restore the copy made before it.',
  'broken-migration': () => 'The database update failed; nothing was changed. Keep the previous version and get help.',
  'rowid-table': () => changed,
  'foreign-log': (path) =>
    `The log ${path} does not belong to the database beside it. Nothing was changed. Move it and the -shm file away, and restart.`,
  busy: () =>
    'The database was locked or had no free connection for too long. Stop the other programs that use it, and restart.',
  closed: () => 'The database was closed while in use.',
  'disk-full': () => 'The disk is full. Nothing was saved. Free up space and restart.',
  'cannot-open': () =>
    'The database file cannot be opened or created. May this program write to the file and its folder?',
  'other-key': () =>
    'The key file belongs to another database: the addresses in this one cannot be read with it. Put back the copy you saved.',
  'key-generation-missing': (generation) =>
    `The key file lacks generation ${generation} of the key, which this database uses. Copy the key file from the machine on which rotate-key ran, or from its safe place.`,
  'key-generation-early': (wave) =>
    `The key file has a newer generation of the key than this database, whose survey ${wave} is open or not yet anonymized. Use the key file from before the rotation until then.`,
  'moved-away': (place) =>
    `This database was moved to ${place} and is no longer used. Set DATABASE_URL to that one, and destroy this one.`,
  'copy-differs': (table) =>
    `The copy of the table ${table} does not match the original. Nothing was stored. Check both databases for damage.`,
  unreachable: (place) =>
    `The PostgreSQL server ${place} cannot be reached. Is it running, and is the address in DATABASE_URL correct?`,
  'access-denied': (place) =>
    `The PostgreSQL server refused access to ${place}. The user in DATABASE_URL must be allowed to connect to it and to create tables.`,
  'wrong-password': (place) =>
    `The PostgreSQL server of ${place} does not accept the user or the password. Correct them in DATABASE_URL.`,
  'no-such-database': (place) =>
    `The PostgreSQL server has no database ${place}. Create it there, or correct its name in DATABASE_URL.`,
  'no-tls': (place) =>
    `The PostgreSQL server of ${place} offers no TLS. Turn it on there, or remove sslmode from DATABASE_URL.`,
  'untrusted-certificate': (place) =>
    `The certificate of the PostgreSQL server of ${place} is not trusted. Name its authority with sslrootcert in DATABASE_URL, and the host as in the certificate.`,
  'read-only': (place) => `The database ${place} is read-only. Set DATABASE_URL to the primary server.`,
  'old-server': (version) => `The server runs PostgreSQL ${version}. Version 17 or newer is required.`,
  'commit-times': () =>
    'The PostgreSQL server records the time of each commit, which would reveal who gave which answer. Set track_commit_timestamp = off on the server and restart it.',
  'journal-unwritable': () =>
    'The journal in BACKUP_DIR cannot be written, so nothing was saved. May this program write to that folder?',
  'wave-key-missing': () =>
    'The key of a wave is missing, so its answers can be neither saved nor read. Put back the folder of the wave keys (WAVE_KEY_DIR).',
}
