import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { isInside } from '@wayproof/database/files/is-inside'
import { createFile, syncFolder } from '@wayproof/database/files/replace-file'
import { canWrite } from '@wayproof/journal/kept-events/journal'
import type { Id, Tokens } from '@wayproof/kernel/id'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'

/** Keys of open waves, outside the database. Each encrypts the answers of its wave and is destroyed at the close. */
export interface WaveKeys {
  /** Makes the key of a new wave. It is on disk when this returns. */
  make(waveId: Id): Keyring
  /** False if the folder cannot be written. */
  canMake(): boolean
  /** Whether the folder is one of `parents` or inside one. */
  isInside(parents: readonly string[]): boolean
  /** Null if this machine does not have it. */
  find(waveId: Id): Keyring | null
  /** The bytes of a key. */
  master(waveId: Id): Uint8Array | null
  /** A key for a backup, encrypted under another one that is beside it and is destroyed with it; null if it is missing. */
  sealForBackup(waveId: Id): Uint8Array | null
  /** Puts the key from a backup in its place, unless it is there or nothing here decrypts it. */
  takeFromBackup(waveId: Id, sealed: Uint8Array): void
  /** Puts the key of a restored wave in its place. */
  put(waveId: Id, master: Uint8Array): void
  /** True if this machine has it, or what decrypts it in a backup. */
  has(waveId: Id): boolean
  /** Overwrites and deletes a key, and what decrypts it in backups. Safe to repeat. */
  destroy(waveId: Id): void
}

const FORM = /^wayproof-wave-key ([0-9a-f]{64})\s*$/
const END = '.key'
/** Encrypts the key of the same name in backups. */
const BACKUP_END = '.backup-key'
/** Ids become names of files. */
const ID = /^[\w-]{1,64}$/

/** Keys as files that only their owner can read, in a folder that all processes share. */
export function waveKeyFolder(path: string, tokens: Tokens): WaveKeys {
  const folder = resolve(path)
  const keyrings = new Map<Id, CachedKey>()
  const pathOf = (waveId: Id, end = END) => {
    if (!ID.test(waveId)) throw new RangeError('the id of a wave cannot name a file')
    return join(folder, `${waveId}${end}`)
  }
  const write = (path: string, key: Uint8Array) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    createFile(path, `wayproof-wave-key ${Buffer.from(key).toString('hex')}\n`, tokens)
  }
  const master = (waveId: Id) => readKey(pathOf(waveId))
  const put = (waveId: Id, key: Uint8Array) => write(pathOf(waveId), key)
  const backupKey = (waveId: Id) => {
    const key = readKey(pathOf(waveId, BACKUP_END))
    return key && keyring(key)
  }
  const makeBackupKey = (waveId: Id) => {
    write(pathOf(waveId, BACKUP_END), tokens.bytes(32))
    return backupKey(waveId)
  }
  const find = (waveId: Id) => {
    const cached = keyrings.get(waveId)
    // Another process may have destroyed or replaced the key, which must not outlive its file in memory.
    const file = pathOf(waveId)
    const stamp = stampOf(file)
    if (cached && cached.stamp === stamp) return cached.keyring
    keyrings.delete(waveId)
    const key = stamp === null ? null : readKey(file)
    if (!stamp || !key) return null
    const read = keyring(key)
    keyrings.set(waveId, { keyring: read, stamp })
    return read
  }
  return {
    find,
    master,
    put,
    sealForBackup: (waveId) => {
      const key = master(waveId)
      if (!key) return null
      const sealing = backupKey(waveId) ?? makeBackupKey(waveId)
      return sealing?.sealBytes('backup', key, tokens.bytes(NONCE_BYTES)) ?? null
    },
    takeFromBackup: (waveId, sealed) => {
      const key = decrypted(backupKey(waveId), sealed)
      if (key) put(waveId, key)
    },
    make: (waveId) => {
      put(waveId, tokens.bytes(32))
      makeBackupKey(waveId)
      const made = find(waveId)
      if (!made) throw new Error('the new key of a wave cannot be read')
      return made
    },
    canMake: () => canWrite(folder),
    isInside: (parents) => isInside(folder, parents),
    has: (waveId) => existsSync(pathOf(waveId)) || existsSync(pathOf(waveId, BACKUP_END)),
    destroy: (waveId) => {
      keyrings.delete(waveId)
      for (const end of [END, BACKUP_END]) overwrite(pathOf(waveId, end))
      if (existsSync(folder)) syncFolder(folder)
    },
  }
}

interface CachedKey {
  readonly keyring: Keyring
  readonly stamp: string
}

/** Differs once a file is replaced or written; null if there is none. */
function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? [stats.dev, stats.ino, stats.size, stats.ctimeMs].join(' ') : null
}

function readKey(path: string): Uint8Array | null {
  if (!existsSync(path)) return null
  const [, hex] = FORM.exec(readFileSync(path, 'utf8')) ?? []
  return hex ? Buffer.from(hex, 'hex') : null
}

/** Null if it was encrypted under another key, as in a backup of another folder. */
function decrypted(key: Keyring | null, sealed: Uint8Array): Uint8Array | null {
  try {
    return key?.openBytes('backup', sealed) ?? null
  } catch {
    return null
  }
}

function overwrite(path: string): void {
  if (!existsSync(path)) return
  const handle = openSync(path, 'r+')
  try {
    writeSync(handle, Buffer.alloc(statSync(path).size), 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(path, { force: true })
}
