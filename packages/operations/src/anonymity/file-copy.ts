import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { toFault } from '@wayproof/database/database-fault'
import SQLite from 'better-sqlite3'

/** A copy of a database file and its log, with a connection that reads both. */
export interface FileCopy {
  /** Path of the copy. */
  readonly file: string
  /** Path of the copy of its log, which may be absent. */
  readonly log: string
  readonly connection: SQLite.Database
  /** Moves the log into `file`; until then both are as they were on disk. */
  mergeLog(): void
  close(): void
}

/** Copies `path` to `target` while others use it: an open read keeps the log from restarting. Throws DatabaseFault. */
export function copyOf(path: string, target: string): FileCopy {
  let connection: SQLite.Database | undefined
  try {
    copyWhileRead(path, target)
    const opened = new SQLite(target)
    connection = opened
    opened.pragma('schema_version')
    return {
      file: target,
      log: logOf(target),
      connection: opened,
      mergeLog: () => opened.pragma('wal_checkpoint(TRUNCATE)'),
      close: () => opened.close(),
    }
  } catch (error) {
    connection?.close()
    throw toFault(error)
  }
}

const logOf = (path: string) => `${path}-wal`

function copyWhileRead(path: string, target: string): void {
  const reader = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    reader.exec('BEGIN')
    reader.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get()
    copyElsewhere(path, target)
    if (existsSync(logOf(path))) copyElsewhere(logOf(path), logOf(target))
  } finally {
    reader.close()
  }
}

/**
 * Another process copies: if this process opened and closed the file outside SQLite, it would lose every lock that
 * SQLite has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
function copyElsewhere(from: string, to: string): void {
  execFileSync(process.execPath, ['-e', COPY, from, to], { stdio: ['ignore', 'ignore', 'pipe'] })
}

const COPY = `const { chmodSync, copyFileSync } = require('node:fs')
const [, from, to] = process.argv
copyFileSync(from, to)
chmodSync(to, 0o600)`
