import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Tokens } from '@wayproof/kernel'

/** A file is written beside its place first, so that its name never stands for half of it. Its owner alone reads it. */
const PRIVATE = 0o600

/** Writes `text` to the disk under `path`, in place of what was there. */
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

/** Writes `text` to the disk under `path`; false where there is a file already, which stays as it is. */
export function createFile(path: string, text: string, tokens: Tokens): boolean {
  const draft = writeDraft(path, text, tokens)
  try {
    // A link never replaces a file.
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

/** Brings the names in a folder to the disk. */
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

function writeDraft(path: string, text: string, tokens: Tokens): string {
  const draft = `${path}.${Buffer.from(tokens.bytes(6)).toString('hex')}`
  const handle = openSync(draft, 'wx', PRIVATE)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return draft
}
