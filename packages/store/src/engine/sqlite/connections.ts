import SQLite from 'better-sqlite3'
import { DatabaseFault, isBusy, isDiskFull, toFault } from '../database-fault.ts'

/** How long one try to write may block the event loop, in ms. */
const BUSY_TIMEOUT_MS = 2
/** Reads are synchronous and cannot retry; in WAL they wait only while another process repairs after a crash. */
const READ_TIMEOUT_MS = 5
/** How long opening may wait for a process that opens or recovers the same file; nothing is served yet, so it may block. */
const OPEN_WAIT_MS = 5_000

const settings = [
  ['journal_mode', 'WAL', 'wal'],
  // Received means durable: NORMAL may lose the last commits with the power.
  ['synchronous', 'FULL', 2],
  // Deleted answers and links are overwritten, not only unlinked.
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
] as const

/** Answers and links lie in random places: with the 2 MB that SQLite takes by itself, most are read anew each time. */
const WRITER_CACHE_KB = 8192

export interface Connections {
  readonly writer: SQLite.Database
  readonly reader: SQLite.Database
}

/** Opens (or makes) the file twice, once read-only. Throws DatabaseFault `not-a-database`, `setting-refused`, `busy`. */
export function openConnections(file: string): Connections {
  let writer: SQLite.Database | undefined
  let reader: SQLite.Database | undefined
  try {
    const opened = new SQLite(file, { timeout: OPEN_WAIT_MS })
    writer = opened
    waitWhileBusy(() => opened.pragma('journal_mode = WAL'))
    for (const [name, value] of settings) opened.pragma(`${name} = ${value}`)
    opened.pragma(`cache_size = -${WRITER_CACHE_KB}`)
    assertSettings(opened)
    emptyLeftLog(opened)
    reader = new SQLite(file, { readonly: true, timeout: READ_TIMEOUT_MS })
    // The first read maps the shared index, so that a broken file shows here.
    reader.pragma('schema_version')
    return { writer, reader }
  } catch (error) {
    reader?.close()
    writer?.close()
    throw toFault(error)
  }
}

/**
 * What a killed process had written and not committed lies behind the end of the log until it is written over. Where
 * another process is at work, or the disk is full, it stays until the next start.
 */
function emptyLeftLog(connection: SQLite.Database): void {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isBusy(error) && !isDiskFull(toFault(error))) throw error
  }
}

/** SQLite ignores what it cannot set (an in-memory or network file has no WAL), so each setting is read back. */
export function assertSettings(connection: SQLite.Database): void {
  for (const [name, , expected] of settings) {
    const found = connection.pragma(name, { simple: true })
    if (found !== expected) {
      throw new DatabaseFault('setting-refused', `PRAGMA ${name} is ${String(found)}, and must be ${expected}`)
    }
  }
}

/** Changing the journal mode answers SQLITE_BUSY at once, whatever the timeout says. */
function waitWhileBusy(attempt: () => void): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; ; waited += 5) {
    try {
      attempt()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (waited >= OPEN_WAIT_MS) throw new DatabaseFault('busy', 'another process holds the file', { cause: error })
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}
