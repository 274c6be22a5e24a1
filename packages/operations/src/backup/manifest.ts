import { createHash, hash } from 'node:crypto'
import { appendFileSync, closeSync, fstatSync, openSync, readSync, truncateSync } from 'node:fs'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import SQLite from 'better-sqlite3'
import type { KeysOfCopy } from './keys-of-copy.ts'

/** The description of the database in a backup, encrypted after it. */
export interface Manifest {
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>
  /** SHA-256 of the database file, in hex. */
  readonly digest: string
  /**
   * HMAC of header and digest under a key of the installation, because anyone could encrypt a file with the public key.
   */
  readonly mac: string
  /** Keys of encrypted waves; absent in backups of earlier versions. */
  readonly sealedWaveKeys?: KeysOfCopy
}

const LENGTH_BYTES = 4
const LONGEST_MANIFEST = 1 << 20

/** Appends the manifest of a database file to it. */
export function appendManifest(
  file: string,
  header: Uint8Array,
  keyring: Keyring,
  sealedWaveKeys: KeysOfCopy,
): Manifest {
  const digest = digestOf(file)
  const manifest = { tables: rowCounts(file), digest, mac: macOf(keyring, header, digest), sealedWaveKeys }
  const text = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(text.length)
  appendFileSync(file, Buffer.concat([text, length]))
  return manifest
}

/** Removes the manifest from a file and returns it; null if there is none. */
export function takeManifest(file: string): Manifest | null {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const length = Buffer.alloc(LENGTH_BYTES)
    if (size < LENGTH_BYTES) return null
    readSync(handle, length, 0, LENGTH_BYTES, size - LENGTH_BYTES)
    const bytes = length.readUInt32LE()
    if (bytes > LONGEST_MANIFEST || bytes + LENGTH_BYTES > size) return null
    const text = Buffer.alloc(bytes)
    readSync(handle, text, 0, bytes, size - LENGTH_BYTES - bytes)
    truncateSync(file, size - LENGTH_BYTES - bytes)
    return JSON.parse(text.toString())
  } finally {
    closeSync(handle)
  }
}

export const isOurs = ({ mac }: Manifest, header: Uint8Array, digest: string, keyring: Keyring): boolean =>
  equalBytes(Buffer.from(mac, 'hex'), Buffer.from(macOf(keyring, header, digest), 'hex'))

/** SHA-256 of a file, in hex. */
export function digestOf(file: string): string {
  const sum = createHash('sha256')
  const handle = openSync(file, 'r')
  const piece = Buffer.alloc(1 << 20)
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      sum.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return sum.digest('hex')
}

/** Rows of each table of a database file that no other process has open. */
export function rowCounts(file: string): Readonly<Record<string, number>> {
  const connection = new SQLite(file, { readonly: true })
  try {
    const names = connection
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all()
    return Object.fromEntries(
      names.map((name) => [name, Number(connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
    )
  } finally {
    connection.close()
  }
}

function macOf(keyring: Keyring, header: Uint8Array, digest: string): string {
  const mac = keyring.mac('backup', `${hash('sha256', header, 'hex')}:${digest}`)
  return Buffer.from(mac).toString('hex')
}
