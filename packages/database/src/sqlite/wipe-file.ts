import SQLite from 'better-sqlite3'

/** A connection that no other work of the process uses at the same time. */
interface Exclusive {
  exclusive<T>(work: (connection: SQLite.Database) => T): Promise<T>
}

/** Rewrites the file without free pages and empties the log, so that neither contains deleted rows. */
export async function wipeFreePages(database: Exclusive): Promise<void> {
  await database.exclusive((connection) => connection.exec('VACUUM'))
  await emptyLog(database)
}

/**
 * Moves the whole log into the file. Neither contains deleted rows then: `secure_delete` overwrote them with zeros in
 * the pages, and the log had the earlier versions of the pages.
 */
export async function emptyLog(database: Exclusive): Promise<void> {
  await database.exclusive((connection) => {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    // Another process still reads the old state; the caller retries.
    if (result?.busy) throw new SQLite.SqliteError('a reader uses the log', 'SQLITE_BUSY')
  })
}
