import SQLite from 'better-sqlite3'

/** A connection that no other work of the process uses at the same time. */
interface Exclusive {
  exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T>
}

/** Writes the file anew without free pages, and empties the log: old rows are in neither any more. */
export async function wipeFreePages(database: Exclusive): Promise<void> {
  await database.exclusive((connection) => connection.exec('VACUUM'))
  await emptyLog(database)
}

/**
 * Moves all of the log into the file. What was deleted is in neither any more: `secure_delete` wrote zeros over it in the
 * pages, and the log held the pages as they were before.
 */
export async function emptyLog(database: Exclusive): Promise<void> {
  await database.exclusive((connection) => {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    // Another process still reads the old state; the lock's own retry waits for it.
    if (result?.busy) throw new SQLite.SqliteError('a reader keeps the log', 'SQLITE_BUSY')
  })
}
