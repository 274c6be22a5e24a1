import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Outcome, ok, type Tokens } from '@wayproof/kernel'
import { DatabaseFault } from '../engine/database-fault.ts'
import { codeOf, createFile, replaceFile } from '../files/replace-file.ts'
import { databasePlace } from './database-place.ts'
import { isFilled } from './is-filled.ts'

/** Which database a key belongs to, as the key file says. */
export interface KeyBinding {
  /** Null until the key has opened a database. */
  readonly databaseId: string | null
  /** Writes the id into the key file; a file that may not be written stays as it is. */
  remember(databaseId: string): void
}

export interface KeyFile extends KeyBinding {
  /** 32 bytes: the master of every key. */
  readonly key: Uint8Array
  /** True when this start made it: whoever runs the machine should now keep a copy apart from the database. */
  readonly made: boolean
}

export interface KeyFileFault {
  readonly code: 'key-file-wrong' | 'key-file-unreadable' | 'key-file-missing' | 'database-missing'
  /** The key file, or the database that is missing. */
  readonly figures: { readonly path: string }
}

export interface KeyFileOptions {
  /** The operator asked for an empty database: the key lets go of one that is missing. */
  readonly startEmpty?: boolean
}

/** Versions before 0.2.0 wrote one line, and made the database together with it. */
const FORM = /^([0-9a-f]{64})(?:\r?\ndatabase (?:(none)|([\w-]{1,64})))?$/i

/**
 * Reads the master key (64 hexadecimal digits, then `database ID`) from `path`, or makes it, readable by its owner only. Of
 * several apps that start at once one makes it and the others read it whole. No key is made for a database that is there
 * already, for its addresses would be lost, and no database for a key that belongs to one: its volume may not be mounted.
 * Throws DatabaseFault if a server cannot be reached. Faults `key-file-wrong`, `key-file-unreadable`, `key-file-missing`, `database-missing`.
 */
export async function openKeyFile(
  path: string,
  tokens: Tokens,
  databaseUrl: string,
  { startEmpty = false }: KeyFileOptions = {},
): Promise<Outcome<KeyFile, KeyFileFault>> {
  const place = databasePlace(databaseUrl)
  try {
    // The database is looked for first: whoever makes one beside us made its key before.
    if ((await isFilled(place)) && !existsSync(path)) return refuse('key-file-missing', path)
    const made = makeOnce(path, tokens)
    const read = parseKey(path, tokens)
    if (!read) return refuse('key-file-wrong', path)
    const { isUnbound, letGo, ...keyFile } = read
    if (!isUnbound && !(await isFilled(place))) {
      if (!startEmpty) return refuse('database-missing', place.engine === 'sqlite' ? place.file : place.name)
      letGo()
    }
    return ok({ ...keyFile, made, databaseId: startEmpty ? null : keyFile.databaseId })
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    return refuse('key-file-unreadable', path)
  }
}

/** Reads a key that is there, whatever became of its database. */
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
  /** It has opened no database yet. */
  readonly isUnbound: boolean
  letGo(): void
}

function parseKey(path: string, tokens: Tokens): ParsedKey | null {
  const [, hex, unbound, databaseId = null] = FORM.exec(readFileSync(path, 'utf8').trim()) ?? []
  if (!hex) return null
  return {
    key: Buffer.from(hex, 'hex'),
    databaseId,
    isUnbound: unbound !== undefined,
    letGo: () => replaceFile(path, textOf(hex, 'none'), tokens),
    remember: (opened) => {
      if (opened !== databaseId) rememberIn(path, textOf(hex, opened), tokens)
    },
  }
}

const refuse = (code: KeyFileFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const

const textOf = (hex: string, databaseId: string) => `${hex}\ndatabase ${databaseId}\n`

function makeOnce(path: string, tokens: Tokens): boolean {
  // The database made beside the key is nobody else's to read either.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path)) return false
  return createFile(path, textOf(Buffer.from(tokens.bytes(32)).toString('hex'), 'none'), tokens)
}

/** A secret that another program puts here may be one that nobody can write. */
const NOT_OURS_TO_WRITE = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY'])

function rememberIn(path: string, text: string, tokens: Tokens): void {
  try {
    replaceFile(path, text, tokens)
  } catch (error) {
    if (!NOT_OURS_TO_WRITE.has(codeOf(error))) throw error
  }
}
