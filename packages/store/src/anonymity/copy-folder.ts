import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { DatabaseFault } from '../engine/database-fault.ts'

/** A folder for copies of a database, which nobody but its user may enter. */
export interface CopyFolder {
  readonly path: string
  /** With all that it holds. */
  remove(): void
}

/** A file that is locked for as long as the process lives that made the folder. */
const IN_USE = 'in-use'

/** Beside the database: on the same disk, under the same protection, and where the next process finds what one left. */
const beginOf = (file: string) => `${file}-copy-`

/** Throws DatabaseFault `cannot-open` where none can be made. */
export function makeCopyFolder(file: string): CopyFolder {
  const path = made(file)
  const unnamed = join(path, 'made')
  const lock = locked(unnamed)
  // It bears this name only once it is locked: who finds it unlocked may take it for left behind.
  renameSync(unnamed, join(path, IN_USE))
  return {
    path,
    remove: () => {
      empty(path)
      lock.close()
    },
  }
}

/** Removes the copies beside `file` that killed processes left, and none that is in use. */
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
    // In use, or removed by another meanwhile. One that may not be removed keeps nobody from the database.
  } finally {
    lock?.close()
  }
}

function made(file: string): string {
  try {
    return mkdtempSync(beginOf(file))
  } catch (error) {
    throw new DatabaseFault('cannot-open', 'beside the database no folder can be made', { cause: error })
  }
}

/** A lock of SQLite's ends with its process, however that ends. */
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

/** The lock goes last: without it nobody would know of the rest. */
function empty(path: string): void {
  for (const name of readdirSync(path)) if (name !== IN_USE) rmSync(join(path, name))
  rmSync(path, { recursive: true, force: true })
}
