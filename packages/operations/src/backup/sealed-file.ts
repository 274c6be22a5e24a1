import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { writeAll } from '@wayproof/database/files/replace-file'
import {
  CHUNK_BYTES,
  type KeyPair,
  OPENING_BYTES,
  openFrom,
  SEALED_CHUNK_BYTES,
  sealTo,
} from '@wayproof/kernel/secrets/sealed-stream'
import { LONGEST_HEADER } from './backup-header.ts'

/** Writes `header`, and the bytes of `from` encrypted with a public key, to a new file, and syncs it. */
export function sealFile(from: string, to: string, publicKey: Uint8Array, header: Uint8Array): void {
  const source = openSync(from, 'r')
  const target = openSync(to, 'wx', 0o600)
  try {
    const stream = sealTo(publicKey, header)
    writeAll(target, header)
    writeAll(target, stream.opening)
    for (let chunk = readUpTo(source, CHUNK_BYTES); ; ) {
      const next = readUpTo(source, CHUNK_BYTES)
      writeAll(target, stream.seal(chunk, next.length === 0))
      if (next.length === 0) break
      chunk = next
    }
    fsyncSync(target)
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** The first line of a file with its line end; null if there is none. */
export function headerOf(file: string): Uint8Array | null {
  const source = openSync(file, 'r')
  try {
    const begin = readUpTo(source, LONGEST_HEADER)
    const end = begin.indexOf(0x0a)
    return end < 0 ? null : begin.subarray(0, end + 1)
  } finally {
    closeSync(source)
  }
}

export type OpenedFile = 'opened' | 'other-key' | 'damaged'

/** Decrypts the bytes after `header` to a new file, and syncs it. `damaged`: changed or truncated. */
export function openSealedFile(from: string, to: string, keys: KeyPair, header: Uint8Array): OpenedFile {
  const source = openSync(from, 'r')
  const target = openSync(to, 'wx', 0o600)
  try {
    readUpTo(source, header.length)
    const opening = readUpTo(source, OPENING_BYTES)
    if (opening.length < OPENING_BYTES) return 'damaged'
    const open = openFrom(keys, opening, header)
    if (!open) return 'other-key'
    for (let sealed = readUpTo(source, SEALED_CHUNK_BYTES); ; ) {
      const next = readUpTo(source, SEALED_CHUNK_BYTES)
      writeAll(target, open(sealed, next.length === 0))
      if (next.length === 0) break
      sealed = next
    }
    fsyncSync(target)
    return 'opened'
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    return 'damaged'
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

function readUpTo(file: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  let read = 0
  while (read < bytes) {
    const more = readSync(file, buffer, read, bytes - read, null)
    if (more === 0) break
    read += more
  }
  return buffer.subarray(0, read)
}
