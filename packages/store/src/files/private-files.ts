import { chmodSync, type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databasePlace } from '../installation/database-place.ts'
import type { StorePlace } from '../store-settings.ts'

/** Permissions of other users of the machine. */
const OTHERS = 0o077
const STICKY = 0o1000

/** Makes new files of this process private to its user. Called at the start of every process that uses data. */
export function keepFilesPrivate(): void {
  process.umask(OTHERS)
}

/**
 * Removes the permissions of other users from files of an earlier version: the data folder and the folder of backups
 * with their content, and the database and the key if they are elsewhere. Returns the paths that were accessible. Files
 * of other owners stay unchanged.
 */
export function closeFiles({ dataFolder, databaseUrl, keyFile, backupFolder }: StorePlace): readonly string[] {
  const place = databasePlace(databaseUrl)
  const database = place.engine === 'sqlite' ? [place.file, `${place.file}-wal`, `${place.file}-shm`] : []
  const files = [keyFile, ...database]
  return [...closeFolder(dataFolder), ...closeFolder(backupFolder), ...files.filter(closeOne)]
}

function closeFolder(folder: string): readonly string[] {
  if (isShared(folder)) return []
  const closed = closeOne(folder) ? [folder] : []
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    // A closed folder protects its content, and an outbox may have many letters.
    if (entry.isDirectory() && closeOne(path)) closed.push(path, ...closeFolder(path))
    else if (entry.isFile() && closeOne(path)) closed.push(path)
  }
  return closed
}

/** A folder that everyone may write to, such as /tmp, must not be closed. */
function isShared(folder: string): boolean {
  return ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & STICKY) !== 0
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Closes a file or folder; true if others had permissions on it. */
function closeOne(path: string): boolean {
  try {
    const { mode } = statSync(path)
    if ((mode & OTHERS) === 0) return false
    chmodSync(path, mode & 0o700)
    return true
  } catch {
    return false
  }
}
