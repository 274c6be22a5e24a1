import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Outcome, ok, type Tokens } from '@wayproof/kernel'
import { DatabaseFault } from '../engine/database-fault.ts'
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

export interface KeyFile extends KeyBinding {
  /** 32 bytes: the master of every key. */
  readonly key: Uint8Array
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
const FORM = /^([0-9a-f]{64})(?:\r?\ndatabase (?:(none)|([\w-]{1,64})))?$/i

/**
 * Reads the master key (64 hexadecimal digits, then `database ID`) from `path`, or creates it, readable by its owner
 * only. If several apps start at once, one creates it and the others read it. Creates no key for an existing database,
 * whose addresses could not be decrypted, and no database for a key that belongs to one, whose volume may not be
 * mounted. Throws DatabaseFault if a server cannot be reached. Faults `key-file-wrong`, `key-file-unreadable`,
 * `key-file-missing`, `database-missing`.
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
    const read = parseKey(path, tokens)
    if (!read) return refuse('key-file-wrong', path)
    const { isUnbound, release, ...keyFile } = read
    if (!isUnbound && !(await isFilled(place))) {
      if (!startEmpty) return refuse('database-missing', nameOfPlace(place))
      release()
    }
    return ok({ ...keyFile, made, databaseId: startEmpty ? null : keyFile.databaseId })
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    return refuse('key-file-unreadable', path)
  }
}

/** Reads an existing key, whether or not its database exists. */
export function readKeyFile(path: string, tokens: Tokens): Outcome<KeyFile, KeyFileFault> {
  try {
    if (!existsSync(path)) return refuse('key-file-missing', path)
    const read = parseKey(path, tokens)
    return read ? ok({ ...read, made: false }) : refuse('key-file-wrong', path)
  } catch {
    return refuse('key-file-unreadable', path)
  }
}

interface ParsedKey extends Omit<KeyFile, 'made'> {
  /** True if it has opened no database yet. */
  readonly isUnbound: boolean
  release(): void
}

function parseKey(path: string, tokens: Tokens): ParsedKey | null {
  const [, hex, unbound, databaseId = null] = FORM.exec(readFileSync(path, 'utf8').trim()) ?? []
  if (!hex) return null
  return {
    key: Buffer.from(hex, 'hex'),
    databaseId,
    isUnbound: unbound !== undefined,
    release: () => replaceFile(path, textOf(hex, 'none'), tokens),
    remember: (opened) => {
      if (opened !== databaseId) rememberIn(path, textOf(hex, opened), tokens)
    },
  }
}

const refuse = (code: KeyFileFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const

const textOf = (hex: string, databaseId: string) => `${hex}\ndatabase ${databaseId}\n`

function makeOnce(path: string, tokens: Tokens): boolean {
  // Other users must not read the database that is created beside the key either.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path)) return false
  return createFile(path, textOf(Buffer.from(tokens.bytes(32)).toString('hex'), 'none'), tokens)
}

/** A secret that another program provides may be read-only. */
const READ_ONLY_ERRORS = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY'])

function rememberIn(path: string, text: string, tokens: Tokens): void {
  try {
    replaceFile(path, text, tokens)
  } catch (error) {
    if (!READ_ONLY_ERRORS.has(codeOf(error))) throw error
  }
}
