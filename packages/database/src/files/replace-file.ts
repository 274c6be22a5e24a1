import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Tokens } from '@wayproof/kernel/id'

/**
 * Only the owner reads a file. Drafts are written beside the target first, so that its name never refers to an
 * incomplete file.
 */
const PRIVATE = 0o600

/** Writes `text` to the file `path`, replaces an existing one, and syncs it. */
export function replaceFile(path: string, text: string, tokens: Tokens): void {
  const draft = writeDraft(path, text, tokens)
  try {
    renameSync(draft, path)
  } catch (error) {
    unlinkSync(draft)
    throw error
  }
  syncFolder(dirname(path))
}

/** Writes `text` to the new file `path` and syncs it; false if the file exists, which then stays unchanged. */
export function createFile(path: string, text: string, tokens: Tokens): boolean {
  const draft = writeDraft(path, text, tokens)
  try {
    // Unlike a rename, a link never replaces a file.
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
  syncFolder(dirname(path))
  return true
}

/** Syncs the names in a folder. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** Writes all bytes: a disk that becomes full takes the first of them without an error. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

function writeDraft(path: string, text: string, tokens: Tokens): string {
  const draft = `${path}.${Buffer.from(tokens.bytes(6)).toString('hex')}`
  const handle = openSync(draft, 'wx', PRIVATE)
  try {
    writeAll(handle, Buffer.from(text))
    fsyncSync(handle)
  } catch (error) {
    unlinkSync(draft)
    throw error
  } finally {
    closeSync(handle)
  }
  return draft
}
