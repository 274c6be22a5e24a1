import { chmodSync, type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { databasePlace } from '../installation/database-place.ts'
import type { StorePlace } from '../installation/store-settings.ts'

/** Permissions of other users of the machine. */
const OTHERS = 0o077
const STICKY = 0o1000

/** Makes new files of this process private to its user. Called at the start of every process that uses data. */
export function keepFilesPrivate(): void {
  process.umask(OTHERS)
}

interface OwnFolder {
  readonly path: string
  readonly files: RegExp
  /** Folders in it that this product makes, by name. */
  readonly folders?: Readonly<Record<string, RegExp>>
}

const WAVE_KEYS = /^[\w-]+\.(key|backup-key)$/
const BACKUPS = /^(journal\.log|backup-key\.pub|\.?wayproof-.*)$/

/** The folders of an installation, and the names of files that this product or its output is written into. */
function ownFolders({
  dataFolder,
  databaseUrl,
  keyFile,
  backupFolder,
  waveKeyFolder,
}: StorePlace): readonly OwnFolder[] {
  const place = databasePlace(databaseUrl)
  const names = [keyFile, ...(place.engine === 'sqlite' ? [place.file] : [])].map((file) => basename(file))
  const begins = ['wayproof.', 'server-copy-', ...names].map((name) => name.replaceAll('.', '\\.'))
  const folders = { outbox: /\.eml$/, 'wave-keys': /^./, backups: BACKUPS }
  return [
    { path: dataFolder, files: new RegExp(`^(${begins.join('|')})|(^|\\.)log$`), folders },
    { path: backupFolder, files: BACKUPS },
    { path: waveKeyFolder, files: WAVE_KEYS },
  ]
}

/**
 * Removes the permissions of other users from the files and folders that this product makes, as an earlier version left
 * them: in the data folder, the folder of backups, and the database and the key if they are elsewhere. A folder that also
 * holds other files keeps its permissions, and so do these. Returns the paths that were accessible. Files of other owners
 * stay unchanged.
 */
export function closeFiles(place: StorePlace): readonly string[] {
  const database = databasePlace(place.databaseUrl)
  const files = database.engine === 'sqlite' ? [database.file, `${database.file}-wal`, `${database.file}-shm`] : []
  return [...ownFolders(place).flatMap(closeFolder), ...[place.keyFile, ...files].filter(closeOne)]
}

/** The first folder of an installation that holds only files of others, which somebody named by mistake; null if none. */
export function folderOfOthers(place: StorePlace): 'DATA_DIR' | 'BACKUP_DIR' | null {
  const [data, backups] = ownFolders(place).map((folder) => {
    const { own, others } = entriesOf(folder)
    return own.length === 0 && others.length > 0
  })
  if (data) return 'DATA_DIR'
  return backups ? 'BACKUP_DIR' : null
}

function closeFolder(folder: OwnFolder): readonly string[] {
  if (isShared(folder.path)) return []
  const { own, others } = entriesOf(folder)
  const closed = others.length === 0 && closeOne(folder.path) ? [folder.path] : []
  for (const entry of own) {
    const path = join(folder.path, entry.name)
    const inside = folder.folders?.[entry.name]
    if (inside) closed.push(...closeFolder({ path, files: inside }))
    else if (closeOne(path)) closed.push(path)
  }
  return closed
}

/** A folder that everyone may write to, such as /tmp, must not be closed. */
function isShared(folder: string): boolean {
  return ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & STICKY) !== 0
}

/** Entries that this product makes, and those of others except hidden ones and what a file system itself has. */
function entriesOf({ path, files, folders = {} }: OwnFolder): {
  readonly own: readonly Dirent[]
  readonly others: readonly Dirent[]
} {
  const isOwn = (entry: Dirent) => (entry.isDirectory() && entry.name in folders) || files.test(entry.name)
  const entries = readFolder(path)
  const others = entries.filter((entry) => !isOwn(entry) && !/^\.|^lost\+found$/.test(entry.name))
  return { own: entries.filter(isOwn), others }
}

function readFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
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
