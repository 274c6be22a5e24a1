import { existsSync, linkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '@wayproof/database/files/replace-file'
import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { occupiedPlace } from '@wayproof/database/installation/occupied-place'
import { DamageMark } from '@wayproof/database/sqlite/damage-mark'
import type { Timing } from '@wayproof/database/timing'
import { readJournal } from '@wayproof/journal/kept-events/journal'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { KeyPair } from '@wayproof/kernel/secrets/sealed-stream'
import SQLite from 'better-sqlite3'
import { copyTables } from '../table-stream/copy-tables.ts'
import { fillPostgresql } from '../table-stream/fill-postgresql.ts'
import { readSqliteFile } from '../table-stream/read-sqlite-file.ts'
import { type BackupHeader, readHeader } from './backup-header.ts'
import { folderForCopies } from './folder-for-copies.ts'
import { destroyedLater, missingKeys, takeKeys } from './keys-of-copy.ts'
import { digestOf, isOurs, type Manifest, rowCounts, takeManifest } from './manifest.ts'
import { type Replay, type Replayed, replayJournal } from './replay-journal.ts'
import { headerOf, openSealedFile } from './sealed-file.ts'

export interface RestoreRequest extends Omit<Replay, 'lines' | 'expired'> {
  /** The backup. */
  readonly file: string
  /** No file of a database may exist there, or an empty database on a server. */
  readonly database: DatabasePlace
  /** The folder in which a server's database is prepared. */
  readonly dataFolder: string
  /** The journal of events since the backup. */
  readonly journal: string
  readonly keys: KeyPair
}

export interface RestoredBackup extends Replayed {
  readonly header: BackupHeader
  readonly rows: number
  /** Lines of the journal that could not be read. */
  readonly unreadable: number
  readonly hasJournal: boolean
  /** Waves that are not closed, and whose answers nobody can read or give here without their keys. */
  readonly missingKeys: readonly PeriodKey[]
}

export interface RestoreFault {
  readonly code:
    | 'place-not-empty'
    | 'backup-missing'
    | 'not-a-backup'
    | 'backup-damaged'
    | 'backup-other-key'
    | 'backup-other-installation'
  readonly figures: { readonly path: string }
}

/**
 * Restores a backup to an unused place: decrypts and checks it in a folder of its own, migrates it to this version and
 * replays the journal on it; only then does the file get its name, or do its rows go to the server in one transaction.
 * Withholds letters that waited. Throws DatabaseFault.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Outcome<RestoredBackup, RestoreFault>> {
  const { database, clock, sleep } = request
  const taken = await occupiedPlace(database)
  if (taken) return refuse('place-not-empty', taken)
  if (!existsSync(request.file)) return refuse('backup-missing', request.file)
  const folder = folderForCopies(database, request.dataFolder)
  try {
    const copy = join(folder.path, 'restored.db')
    const opened = openBackup(request, copy)
    if ('code' in opened) return refuse(opened.code, request.file)
    const { header, manifest } = opened
    takeKeys(manifest.sealedWaveKeys ?? {}, request.waveKeys)
    const { waveKeys, destroy } = destroyedLater(request.waveKeys)
    const journal = readJournal(request.journal, request.keyring)
    const today = dateAt(clock.now(), request.timeZone)
    const expired = header.ties.filter(({ destroyBy }) => destroyBy < today).map(({ period }) => period)
    const replayed = await replayJournal(copy, { ...request, waveKeys, lines: journal.lines, expired })
    if (replayed === null) return refuse('backup-damaged', request.file)
    const missing = missingKeys(copy, request.waveKeys)
    if (!(await putInPlace(copy, database, { sleep, now: () => clock.now() })))
      return refuse('place-not-empty', nameOfPlace(database))
    destroy()
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
    const { unreadable } = journal
    const hasJournal = existsSync(request.journal)
    return ok({ ...replayed, header, rows, unreadable, hasJournal, missingKeys: missing })
  } finally {
    folder.remove()
  }
}

/** False if the place is no longer empty. */
async function putInPlace(copy: string, place: DatabasePlace, timing: Timing): Promise<boolean> {
  if (place.engine === 'postgresql') {
    const copied = await fillPostgresql(place, timing, (target) =>
      readSqliteFile(copy, (source) => copyTables(source, target)),
    )
    return copied !== null
  }
  compact(copy)
  // Unlike a rename, a link never replaces a file that was created in the meantime.
  linkSync(copy, place.file)
  // A note about the file that it replaces.
  new DamageMark(place.file, timing.now).clear()
  syncFolder(dirname(place.file))
  return true
}

/** Backups of earlier versions, and the replay, leave second copies of keys in pages, which look like ties. */
function compact(file: string): void {
  const connection = new SQLite(file)
  try {
    connection.pragma('secure_delete = ON')
    connection.exec('VACUUM')
  } finally {
    connection.close()
  }
}

const refuse = (code: RestoreFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const

type Opened = { readonly header: BackupHeader; readonly manifest: Manifest } | { readonly code: RestoreFault['code'] }

/** Decrypts the database of a backup to `copy`, and compares it with its manifest. */
function openBackup({ file, keys, keyring }: RestoreRequest, copy: string): Opened {
  const line = headerOf(file)
  const header = line && readHeader(line)
  if (!header) return { code: 'not-a-backup' }
  const opened = openSealedFile(file, copy, keys, line)
  if (opened !== 'opened') return { code: opened === 'damaged' ? 'backup-damaged' : 'backup-other-key' }
  const manifest = takeManifest(copy)
  const digest = digestOf(copy)
  if (manifest === null || manifest.digest !== digest) return { code: 'backup-damaged' }
  if (!isOurs(manifest, line, digest, keyring)) return { code: 'backup-other-installation' }
  const counts = rowCounts(copy)
  const same = Object.entries(manifest.tables).every(([table, rows]) => counts[table] === rows)
  return same ? { header, manifest } : { code: 'backup-damaged' }
}
