import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseFault, toFault } from '@wayproof/database/database-fault'
import { codeOf, syncFolder, writeAll } from '@wayproof/database/files/replace-file'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'

/** An event that must outlive the database, because restoring an older copy would undo it. */
export type JournalEntry =
  | { readonly kind: 'unsubscribed' | 'objected'; readonly emailKey: Uint8Array; readonly at: Instant }
  /** The unsubscribe before was taken back: by its reader, or because it was part of a deployment check. */
  | { readonly kind: 'unsubscribe-undone'; readonly emailKey: Uint8Array; readonly at: Instant }
  | { readonly kind: 'erased'; readonly emailKey: Uint8Array; readonly travelerId: Id | null; readonly at: Instant }
  | { readonly kind: 'closed'; readonly waveId: Id; readonly at: Instant }

export interface Journal {
  /**
   * Returns when the entry is on disk. Throws DatabaseFault `journal-unwritable` or `disk-full`; then the event must not
   * take place.
   */
  record(entry: JournalEntry): void
}

/** An entry in the file, with people and waves as keyed hashes only. */
export interface JournalLine {
  readonly kind: JournalEntry['kind']
  readonly at: Instant
  /** Keyed hash of an address, in hex. */
  readonly emailKey?: string
  /** Keyed hash of the id of a traveler or a wave, in hex. */
  readonly of?: string
}

export interface ReadJournal {
  readonly lines: readonly JournalLine[]
  /** Number of lines that a power cut truncated, that were changed, or that another key wrote. */
  readonly unreadable: number
}

/** Path of the journal in a folder of backups. */
export const journalFile = (folder: string): string => join(folder, 'journal.log')

/** A journal in a file with one line for each entry, to which several processes append. */
export function fileJournal(path: string, keyring: Keyring): Journal {
  return {
    record: (entry) => {
      const line = JSON.stringify(lineOf(entry, keyring))
      try {
        append(path, `${line} ${signatureOf(line, keyring)}\n`)
      } catch (error) {
        throw toJournalFault(error)
      }
    },
  }
}

function toJournalFault(error: unknown): unknown {
  const fault = toFault(error)
  if (fault instanceof DatabaseFault || codeOf(error) === 'unknown') return fault
  return new DatabaseFault('journal-unwritable', String(error), { cause: error })
}

/** Returns true if an entry could be recorded now. Creates nothing. */
export function canRecord(path: string): boolean {
  try {
    if (existsSync(path)) closeSync(openSync(path, 'a'))
    else return canWrite(dirname(path))
    return true
  } catch {
    return false
  }
}

/** Whether a file can be made in a folder, which may not exist yet. */
export function canWrite(folder: string): boolean {
  try {
    accessSync(existingFolder(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function existingFolder(folder: string): string {
  if (existsSync(folder)) return join(folder, '.')
  return dirname(folder) === folder ? folder : existingFolder(dirname(folder))
}

export function readJournal(path: string, keyring: Keyring): ReadJournal {
  const rows = textOf(path).split('\n').filter(Boolean)
  const lines = rows.flatMap((row) => readLine(row, keyring) ?? [])
  return { lines, unreadable: rows.length - lines.length }
}

/** Keyed hash of the id of a traveler or wave, in hex. */
export const hashOf = (id: Id, keyring: Keyring): string => hex(keyring.mac('journal', `of:${id}`))

function lineOf(entry: JournalEntry, keyring: Keyring): JournalLine {
  const { kind, at } = entry
  if (entry.kind === 'closed') return { kind, at, of: hashOf(entry.waveId, keyring) }
  const emailKey = hex(entry.emailKey)
  if (entry.kind !== 'erased' || entry.travelerId === null) return { kind, at, emailKey }
  return { kind, at, emailKey, of: hashOf(entry.travelerId, keyring) }
}

function readLine(row: string, keyring: Keyring): JournalLine | null {
  const [, line = '', signature = ''] = /^(\{.*\}) ([0-9a-f]{64})$/.exec(row) ?? []
  if (!equalBytes(Buffer.from(signature), Buffer.from(signatureOf(line, keyring)))) return null
  return JSON.parse(line)
}

const signatureOf = (line: string, keyring: Keyring) => hex(keyring.mac('journal', `line:${line}`))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function append(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'a+', 0o600)
  try {
    const { size } = fstatSync(file)
    // A line that a power cut truncated is not continued.
    writeAll(file, Buffer.from(size > 0 && lastByte(file, size) !== 0x0a ? `\n${text}` : text))
    fdatasyncSync(file)
    if (size === 0) syncFolder(dirname(path))
  } finally {
    closeSync(file)
  }
}

function lastByte(file: number, size: number): number {
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, size - 1)
  return byte[0] ?? 0
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}
