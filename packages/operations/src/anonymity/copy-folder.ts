import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseFault } from '@wayproof/database/database-fault'
import SQLite from 'better-sqlite3'

/** A folder for copies of a database that only its user may open. */
export interface CopyFolder {
  readonly path: string
  /** Deletes the folder with its content. */
  remove(): void
}

/** A file that is locked until the process that created the folder ends. */
const IN_USE = 'in-use'

/**
 * Beside the database: on the same disk, under the same protection, and where the next process finds abandoned copies.
 */
const beginOf = (file: string) => `${file}-copy-`

/** Throws DatabaseFault `cannot-open` if the folder cannot be created. */
export function makeCopyFolder(file: string): CopyFolder {
  const path = made(file)
  const unnamed = join(path, 'made')
  const lock = locked(unnamed)
  // The file gets this name only once it is locked, because another process treats an unlocked one as abandoned.
  renameSync(unnamed, join(path, IN_USE))
  return {
    path,
    remove: () => {
      empty(path)
      lock.close()
    },
  }
}

/** Deletes copies beside `file` that killed processes left behind, and none that is in use. */
export function removeLeftCopies(file: string): void {
  const begin = basename(beginOf(file))
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(begin))
  for (const name of names) removeLeft(join(dirname(file), name))
}

function removeLeft(path: string): void {
  if (!existsSync(join(path, IN_USE))) return
  let lock: SQLite.Database | undefined
  try {
    lock = locked(join(path, IN_USE))
    empty(path)
  } catch {
    // The copy is in use, or another process deleted it. A copy that cannot be deleted must not stop the database.
  } finally {
    lock?.close()
  }
}

function made(file: string): string {
  try {
    return mkdtempSync(beginOf(file))
  } catch (error) {
    throw new DatabaseFault('cannot-open', 'a folder beside the database cannot be created', { cause: error })
  }
}

/** SQLite's lock ends with its process, however that ends. */
function locked(file: string): SQLite.Database {
  const lock = new SQLite(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}

/** Deletes the lock last: without it no process would find the rest. */
function empty(path: string): void {
  for (const name of readdirSync(path)) if (name !== IN_USE) rmSync(join(path, name))
  rmSync(path, { recursive: true, force: true })
}
