import SQLite from 'better-sqlite3'
import { DatabaseFault, isBusy, isDiskFull, toFault } from '../database-fault.ts'

/** Longest time in ms that one attempt to write may block the event loop. */
const BUSY_TIMEOUT_MS = 2
/**
 * Reads are synchronous and cannot retry; in WAL mode they wait only while another process recovers the file after a
 * crash.
 */
const READ_TIMEOUT_MS = 5
/**
 * How long opening may wait for a process that opens or recovers the same file. It may block, because nothing is served
 * yet.
 */
const OPEN_WAIT_MS = 5_000

const settings = [
  ['journal_mode', 'WAL', 'wal'],
  // An acknowledged write must survive a power cut; NORMAL may lose the last commits.
  ['synchronous', 'FULL', 2],
  // SQLite overwrites deleted answers and links with zeros.
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
] as const

/**
 * Answers and links are read in random order: with SQLite's default of 2 MB most pages would be read from the file each
 * time.
 */
const WRITER_CACHE_KB = 8192

export interface Connections {
  readonly writer: SQLite.Database
  readonly reader: SQLite.Database
}

/**
 * Opens (or creates) the file twice, once read-only. Throws DatabaseFault `not-a-database`, `setting-refused`, `busy`.
 */
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
    // The first read maps the shared index, so that a corrupt file fails here.
    reader.pragma('schema_version')
    return { writer, reader }
  } catch (error) {
    reader?.close()
    writer?.close()
    throw toFault(error)
  }
}

/**
 * Removes uncommitted writes of a killed process, which remain behind the end of the log until it is overwritten. If
 * another process uses the file or the disk is full, they stay until the next start.
 */
function emptyLeftLog(connection: SQLite.Database): void {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isBusy(error) && !isDiskFull(toFault(error))) throw error
  }
}

/**
 * SQLite silently ignores settings that it cannot apply (an in-memory or network file has no WAL), so each one is read
 * back.
 */
export function assertSettings(connection: SQLite.Database): void {
  for (const [name, , expected] of settings) {
    const setting = connection.pragma(name, { simple: true })
    if (setting !== expected) {
      throw new DatabaseFault('setting-refused', `PRAGMA ${name} is ${String(setting)}, expected ${expected}`)
    }
  }
}

/** SQLite answers SQLITE_BUSY to a change of the journal mode at once, regardless of the timeout. */
function waitWhileBusy(attempt: () => void): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; ; waited += 5) {
    try {
      attempt()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (waited >= OPEN_WAIT_MS)
        throw new DatabaseFault('busy', 'another process has locked the file', { cause: error })
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}
