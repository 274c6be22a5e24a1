import { existsSync, linkSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { toFault } from '@wayproof/database/database-fault'
import { codeOf, syncFolder } from '@wayproof/database/files/replace-file'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import { sqlOf } from '@wayproof/database/sqlite/sql'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { VERSION } from '@wayproof/kernel/version'
import type { WaveKeys } from '@wayproof/survey/wave-keys/wave-key-folder'
import SQLite from 'better-sqlite3'
import { INSTALLATION, type Installation } from '../installation/bind-installation.ts'
import { type BackupHeader, destroyBy, headerLine, tiesIn } from './backup-header.ts'
import { copyDatabase } from './copy-database.ts'
import { folderForCopies } from './folder-for-copies.ts'
import { keysOfCopy } from './keys-of-copy.ts'
import { appendManifest } from './manifest.ts'
import { sealFile } from './sealed-file.ts'

export interface BackupRequest {
  /** Apps may be writing to it. */
  readonly database: DatabasePlace
  /** The folder in which a server's database is copied. */
  readonly dataFolder: string
  /** The new file, or a folder in which it gets a name. */
  readonly target: string
  readonly isFolder: boolean
  readonly publicKey: Uint8Array
  readonly keyring: Keyring
  readonly waveKeys: WaveKeys
  readonly timeZone: string
  readonly now: Instant
}

export interface MadeBackup {
  readonly file: string
  readonly header: BackupHeader
  readonly rows: number
  /** Encrypted waves whose keys are missing here: the backup cannot bring back their answers. */
  readonly missingKeys: readonly PeriodKey[]
  /** Encrypted waves whose answers only the folder of wave keys opens. */
  readonly sealedKeys: readonly PeriodKey[]
}

export interface MakeBackupFault {
  readonly code: 'backup-exists'
  readonly figures: { readonly path: string }
}

/**
 * Copies the database as of one moment, while others write to it, encrypts the copy with `publicKey` and syncs it
 * before it gets its name. Replaces no file. Needs space for the copy, which is a SQLite file. Throws DatabaseFault.
 */
export async function makeBackup(request: BackupRequest): Promise<Outcome<MadeBackup, MakeBackupFault>> {
  const { database, now } = request
  const folder = folderForCopies(database, request.dataFolder)
  const copy = join(folder.path, 'copy.db')
  try {
    await copyDatabase(database, copy, { sleep: async () => {}, now: () => now })
    const header = headerOfCopy(copy, request)
    const file = request.isFolder ? join(request.target, nameOf(header)) : request.target
    if (existsSync(file)) return refuse(file)
    const line = headerLine(header)
    const { keys, sealed, missing } = keysOfCopy(copy, request.waveKeys)
    const { tables } = appendManifest(copy, line, request.keyring, keys)
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
    const made = { file, header, rows, missingKeys: missing, sealedKeys: sealed }
    return place(copy, file, request.publicKey, line) ? ok(made) : refuse(file)
  } catch (error) {
    throw toFault(error)
  } finally {
    folder.remove()
  }
}

const refuse = (path: string) => ({ ok: false, fault: { code: 'backup-exists', figures: { path } } }) as const

function headerOfCopy(copy: string, { timeZone, now }: BackupRequest): BackupHeader {
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
