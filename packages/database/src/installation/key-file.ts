import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Tokens } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { DatabaseFault } from '../database-fault.ts'
import { codeOf, createFile, replaceFile } from '../files/replace-file.ts'
import { databasePlace, nameOfPlace } from './database-place.ts'
import { isFilled } from './is-filled.ts'

/** The database that a key belongs to, according to the key file. */
export interface KeyBinding {
  /** Null until the key has opened a database. */
  readonly databaseId: string | null
  /** Writes the id into the key file; a read-only file stays unchanged. */
  remember(databaseId: string): void
}

/** The masters of all keys: 32 bytes for each generation, the newest last. */
export type MasterKeys = readonly [Uint8Array, ...(readonly Uint8Array[])]

export interface KeyFile extends KeyBinding {
  readonly keys: MasterKeys
  /** True if this start created the key: the operator should now copy it to a place apart from the database. */
  readonly made: boolean
}

export interface KeyFileFault {
  readonly code: 'key-file-wrong' | 'key-file-unreadable' | 'key-file-missing' | 'database-missing'
  /** The key file, or the database that is missing. */
  readonly figures: { readonly path: string }
}

export interface KeyFileOptions {
  /** The operator asked for an empty database, so the key is released from one that is missing. */
  readonly startEmpty?: boolean
}

/** Versions before 0.2.0 wrote one line, and created the database together with it. */
const FORM =
  /^([0-9a-f]{64})(?:\r?\ndatabase (?:(none)|([\w-]{1,64})))?((?:\r?\ngeneration [1-9]\d{0,3} [0-9a-f]{64})*)$/i

/**
 * Reads the master key (64 hexadecimal digits, then `database ID`, then a line such as `generation 2 DIGITS` for each
 * later generation) from `path`, or creates it, readable by its owner only. If several apps start at once, one creates
 * it and the others read it. Creates no key for an existing database, whose addresses could not be decrypted, and no
 * database for a key that belongs to one, whose volume may not be mounted. Throws DatabaseFault if a server cannot be
 * reached. Faults `key-file-wrong`, `key-file-unreadable`, `key-file-missing`, `database-missing`.
 */
export async function openKeyFile(
  path: string,
  tokens: Tokens,
  databaseUrl: string,
  { startEmpty = false }: KeyFileOptions = {},
): Promise<Outcome<KeyFile, KeyFileFault>> {
  const place = databasePlace(databaseUrl)
  try {
    // The database is checked first: an app that creates it at the same time has created its key before.
    if ((await isFilled(place)) && !existsSync(path)) return refuse('key-file-missing', path)
    const made = makeOnce(path, tokens)
    const read = parseKey(path)
    if (!read) return refuse('key-file-wrong', path)
    if (read.databaseId !== 'none' && !(await isFilled(place))) {
      if (!startEmpty) return refuse('database-missing', nameOfPlace(place))
      rewrite(path, tokens, { databaseId: 'none' })
    }
    return ok(keyFileOf(path, tokens, { ...read, databaseId: startEmpty ? null : read.databaseId }, made))
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    return refuse('key-file-unreadable', path)
  }
}

/** Reads an existing key, whether or not its database exists. */
export function readKeyFile(path: string, tokens: Tokens): Outcome<KeyFile, KeyFileFault> {
  try {
    if (!existsSync(path)) return refuse('key-file-missing', path)
    const read = parseKey(path)
    return read ? ok(keyFileOf(path, tokens, read, false)) : refuse('key-file-wrong', path)
  } catch {
    return refuse('key-file-unreadable', path)
  }
}

/**
 * Adds a generation to an existing key file. The file is on disk when it returns. Fault `key-file-read-only` if another
 * program provides it.
 */
export function addGeneration(
  path: string,
  tokens: Tokens,
): Outcome<null, { readonly code: 'key-file-read-only'; readonly figures: { readonly path: string } }> {
  const readOnly = { ok: false, fault: { code: 'key-file-read-only', figures: { path } } } as const
  // A new file in the place of a link would hide the file of the program that made the link.
  if (lstatSync(path).isSymbolicLink()) return readOnly
  try {
    rewrite(path, tokens, { added: tokens.bytes(32) })
    return ok(null)
  } catch (error) {
    if (READ_ONLY_ERRORS.has(codeOf(error))) return readOnly
    throw error
  }
}

interface ParsedKey {
  readonly keys: MasterKeys
  /** `none` if it has opened no database yet; null if the file does not say. */
  readonly databaseId: string | null
}

function parseKey(path: string): ParsedKey | null {
  const [, hex, unbound, databaseId, lines = ''] = FORM.exec(readFileSync(path, 'utf8').trim()) ?? []
  if (!hex) return null
  const later = [...lines.matchAll(/generation (\d+) ([0-9a-f]+)/gi)]
  if (later.some(([, number], n) => Number(number) !== n + 2)) return null
  const keys = [hexBytes(hex), ...later.map(([, , digits]) => hexBytes(digits ?? ''))] as const
  return { keys, databaseId: unbound ? 'none' : (databaseId ?? null) }
}

const hexBytes = (hex: string) => Buffer.from(hex, 'hex')

const keyFileOf = (path: string, tokens: Tokens, { keys, databaseId }: ParsedKey, made: boolean): KeyFile => ({
  keys,
  made,
  databaseId: databaseId === 'none' ? null : databaseId,
  remember: (opened) => {
    if (opened !== databaseId) rememberIn(path, opened, tokens)
  },
})

/** Changes the file as it is now: another process may have added a generation since this one read it. */
function rewrite(
  path: string,
  tokens: Tokens,
  { added, databaseId }: { readonly added?: Uint8Array; readonly databaseId?: string },
): void {
  const read = parseKey(path)
  if (!read) throw new Error(`the key file ${path} was changed`)
  const [first, ...later] = read.keys
  const keys = added ? ([first, ...later, added] as const) : read.keys
  replaceFile(path, textOf({ keys, databaseId: databaseId ?? read.databaseId }), tokens)
}

const refuse = (code: KeyFileFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const

function textOf({ keys: [first, ...later], databaseId }: ParsedKey): string {
  const generations = later.map((key, n) => `generation ${n + 2} ${Buffer.from(key).toString('hex')}`)
  const database = databaseId === null ? [] : [`database ${databaseId}`]
  const lines = [Buffer.from(first).toString('hex'), ...database, ...generations]
  return lines.map((line) => `${line}\n`).join('')
}

function makeOnce(path: string, tokens: Tokens): boolean {
  // Other users must not read the database that is created beside the key either.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path)) return false
  return createFile(path, textOf({ keys: [tokens.bytes(32)], databaseId: 'none' }), tokens)
}

/** A secret that another program provides may be read-only. */
const READ_ONLY_ERRORS = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY'])

function rememberIn(path: string, databaseId: string, tokens: Tokens): void {
  try {
    rewrite(path, tokens, { databaseId })
  } catch (error) {
    if (!READ_ONLY_ERRORS.has(codeOf(error))) throw error
  }
}
