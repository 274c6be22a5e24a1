import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Clock, dateAt, type Ids, type Outcome, ok, type Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { KeyPair } from '@wayproof/kernel/sealed-stream'
import { syncFolder } from '../files/replace-file.ts'
import type { KeyBinding } from '../installation/key-file.ts'
import { type BackupHeader, readHeader } from './backup-header.ts'
import { readJournal } from './journal.ts'
import { digestOf, isOurs, type Manifest, rowCounts, takeManifest } from './manifest.ts'
import { type Replayed, replayJournal } from './replay-journal.ts'
import { headerOf, openSealedFile } from './sealed-file.ts'

export interface RestoreRequest {
  /** The backup. */
  readonly file: string
  /** Path of the new database file; no file of a database may exist there. */
  readonly database: string
  /** The journal of events since the backup. */
  readonly journal: string
  readonly keys: KeyPair
  readonly keyring: Keyring
  readonly keyBinding: KeyBinding
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly timeZone: string
}

export interface RestoredBackup extends Replayed {
  readonly header: BackupHeader
  readonly rows: number
  /** Lines of the journal that could not be read. */
  readonly unreadable: number
  readonly hasJournal: boolean
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
 * Restores a backup to an unused path: decrypts and checks it beside that path, migrates it to this version and replays
 * the journal on it; only then does it get its name. Withholds letters that waited. Throws DatabaseFault.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Outcome<RestoredBackup, RestoreFault>> {
  const database = resolve(request.database)
  const taken = occupied(database)
  if (taken) return refuse('place-not-empty', taken)
  if (!existsSync(request.file)) return refuse('backup-missing', request.file)
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(dirname(database), 'restoring-'))
  try {
    const copy = join(folder, 'restored.db')
    const opened = openBackup(request, copy)
    if ('code' in opened) return refuse(opened.code, request.file)
    const { header, manifest } = opened
    const journal = readJournal(request.journal, request.keyring)
    const today = dateAt(request.clock.now(), request.timeZone)
    const expired = header.ties.filter(({ destroyBy }) => destroyBy < today).map(({ period }) => period)
    const replayed = await replayJournal(copy, { ...request, lines: journal.lines, expired })
    if (replayed === null) return refuse('backup-damaged', request.file)
    // Unlike a rename, a link never replaces a file that was created in the meantime.
    linkSync(copy, database)
    syncFolder(dirname(database))
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
    const { unreadable } = journal
    return ok({ ...replayed, header, rows, unreadable, hasJournal: existsSync(request.journal) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const refuse = (code: RestoreFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const

/** The first existing file of a database at the path; SQLite would apply an old log to the restored file. */
function occupied(database: string): string | undefined {
  return ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`).find((path) => existsSync(path))
}

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
