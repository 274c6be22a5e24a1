import { existsSync, linkSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import SQLite from 'better-sqlite3'
import { makeCopyFolder } from '../anonymity/copy-folder.ts'
import { entryColumns } from '../audit-log/add-audit-entry.ts'
import { toFault } from '../engine/database-fault.ts'
import { sqlOf } from '../engine/sqlite/sql.ts'
import { codeOf, syncFolder } from '../files/replace-file.ts'
import { INSTALLATION, type Installation } from '../installation/bind-installation.ts'
import { VERSION } from '../installation/version.ts'
import { type BackupHeader, destroyBy, headerLine, tiesIn } from './backup-header.ts'
import { appendManifest } from './manifest.ts'
import { sealFile } from './sealed-file.ts'

export interface BackupRequest {
  /** Path of the database file; apps may be writing to it. */
  readonly database: string
  /** The new file, or a folder in which it gets a name. */
  readonly target: string
  readonly isFolder: boolean
  readonly publicKey: Uint8Array
  readonly keyring: Keyring
  readonly timeZone: string
  readonly now: Instant
}

export interface MadeBackup {
  readonly file: string
  readonly header: BackupHeader
  readonly rows: number
}

export interface MakeBackupFault {
  readonly code: 'backup-exists'
  readonly figures: { readonly path: string }
}

/**
 * Copies the database as of one moment, while others write to it, encrypts the copy with `publicKey` and syncs it
 * before it gets its name. Replaces no file. Needs space for a copy beside the database. Throws DatabaseFault.
 */
export function makeBackup(request: BackupRequest): Outcome<MadeBackup, MakeBackupFault> {
  const folder = makeCopyFolder(request.database)
  const copy = join(folder.path, 'copy.db')
  try {
    const header = copyDatabase(request, copy)
    const file = request.isFolder ? join(request.target, nameOf(header)) : request.target
    if (existsSync(file)) return refuse(file)
    const line = headerLine(header)
    const { tables } = appendManifest(copy, line, request.keyring)
    return place(copy, file, request.publicKey, line)
      ? ok({ file, header, rows: Object.values(tables).reduce((sum, count) => sum + count, 0) })
      : refuse(file)
  } finally {
    folder.remove()
  }
}

const refuse = (path: string) => ({ ok: false, fault: { code: 'backup-exists', figures: { path } } }) as const

function copyDatabase({ database, timeZone, now }: BackupRequest, copy: string): BackupHeader {
  const source = new SQLite(database, { readonly: true, fileMustExist: true })
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    throw toFault(error)
  } finally {
    source.close()
  }
  const copied = new SQLite(copy)
  try {
    const sql = sqlOf((text) => copied.prepare(text))
    const hasInstallation = sql("SELECT 1 FROM sqlite_schema WHERE name = 'installation'").get() !== undefined
    return {
      format: 'wayproof-backup-1',
      version: VERSION,
      databaseId: hasInstallation ? (sql<Installation>(INSTALLATION).get()?.database_id ?? null) : null,
      madeAt: new Date(now).toISOString(),
      ties: tiesIn(sql, timeZone),
    }
  } finally {
    copied.close()
  }
}

/** A name with the moment of the backup and the last day on which it may exist. */
function nameOf(header: BackupHeader): string {
  const day = destroyBy(header)
  const made = header.madeAt.replaceAll(/[-:]|\..*/g, '')
  return `wayproof-${made}${day === null ? '' : `-destroy-by-${day}`}.backup`
}

/** False if the file has been created in the meantime. */
function place(copy: string, file: string, publicKey: Uint8Array, header: Uint8Array): boolean {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`)
  try {
    sealFile(copy, draft, publicKey, header)
    // Unlike a rename, a link never replaces a file.
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && existsSync(file)) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(dirname(file))
  return true
}

/** Records the moment of the last backup in the database. */
export function noteBackup(database: string, now: Instant): void {
  const connection = new SQLite(database, { timeout: NOTE_WAIT_MS })
  try {
    const hasColumn = connection
      .prepare("SELECT 1 FROM pragma_table_info('installation') WHERE name = 'backed_up_at'")
      .get()
    if (!hasColumn) return
    // An older version's file has no audit log yet.
    const hasLog = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_entry'").get()
    connection.transaction(() => {
      connection.prepare('UPDATE installation SET backed_up_at = ?').run(now)
      if (hasLog) connection.prepare(ENTRY).run({ ...entryColumns({ act: 'backed-up', at: now }) })
    })()
  } catch (error) {
    throw toFault(error)
  } finally {
    connection.close()
  }
}

const ENTRY = `INSERT INTO audit_entry (at, actor_id, act, subject, details)
  VALUES (@at, @actorId, @act, @subject, @details)`

/** Longer than any write of the apps. */
const NOTE_WAIT_MS = 30_000
