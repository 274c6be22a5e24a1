import { chmodSync, type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databasePlace } from '../installation/database-place.ts'
import type { StorePlace } from '../store-settings.ts'

/** What other users of the machine may do with a file. */
const OTHERS = 0o077
const STICKY = 0o1000

/** From now on only the user of this process may read what it makes. For the start of every process that touches data. */
export function keepFilesPrivate(): void {
  process.umask(OTHERS)
}

/**
 * Takes from other users what they may do with files of an earlier version: the data folder and the folder of backups with
 * all in them, and the database and the key where they lie elsewhere. Gives the paths that were open. What belongs to another
 * user of the machine stays as it is.
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
    // Nobody else gets at what lies in a closed folder, and an outbox may hold many letters.
    if (entry.isDirectory() && closeOne(path)) closed.push(path, ...closeFolder(path))
    else if (entry.isFile() && closeOne(path)) closed.push(path)
  }
  return closed
}

/** A folder that everybody writes to, such as /tmp, is nobody's to close. */
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

/** Whether others could use a file or folder, and no longer can. */
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
