import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { toFault } from '../sqlite/database-fault.ts'

/** A database file and its log as they lay on disk, and a connection to a copy in which both are one. */
export interface FileCopy {
  readonly file: Buffer
  readonly log: Buffer
  /** The bytes of the copy after the log went into the file. */
  readonly whole: Buffer
  readonly connection: SQLite.Database
  close(): void
}

/** Copies `path` while others use it: an open read keeps the log from starting anew. Throws DatabaseFault. */
export function copyOf(path: string): FileCopy {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-copy-'))
  const target = join(folder, 'copy.db')
  let connection: SQLite.Database | undefined
  try {
    copyWhileRead(path, target)
    const file = readFileSync(target)
    const log = existsSync(`${target}-wal`) ? readFileSync(`${target}-wal`) : Buffer.alloc(0)
    const opened = new SQLite(target)
    connection = opened
    opened.pragma('wal_checkpoint(TRUNCATE)')
    const whole = readFileSync(target)
    const close = () => {
      opened.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return { file, log, whole, connection: opened, close }
  } catch (error) {
    connection?.close()
    rmSync(folder, { recursive: true, force: true })
    throw toFault(error)
  }
}

function copyWhileRead(path: string, target: string): void {
  const reader = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    reader.exec('BEGIN')
    reader.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get()
    copyElsewhere(path, target)
    if (existsSync(`${path}-wal`)) copyElsewhere(`${path}-wal`, `${target}-wal`)
  } finally {
    reader.close()
  }
}

/**
 * By another process: a file that this one opens and closes by itself loses every lock that SQLite holds on it here
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
function copyElsewhere(from: string, to: string): void {
  execFileSync(process.execPath, ['-e', COPY, from, to], { stdio: ['ignore', 'ignore', 'pipe'] })
}

const COPY = "require('node:fs').copyFileSync(process.argv[1], process.argv[2])"
