import { existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, type Outcome, ok, type Tokens } from '@wayproof/kernel'

export interface KeyFile {
  /** 32 bytes: the master of every key. */
  readonly key: Uint8Array
  /** True when this start made it: whoever runs the machine should now keep a copy apart from the database. */
  readonly made: boolean
}

export interface KeyFileFault {
  readonly code: 'key-file-wrong' | 'key-file-unreadable' | 'key-file-missing'
  readonly figures?: Readonly<Record<string, string | number>>
}

/**
 * Reads the master key (64 hexadecimal digits) from `path`, or makes it, readable by its owner only. Of several apps that
 * start at once one makes it and the others read it whole. None is made for a database that is there already (`file:PATH`):
 * its addresses would be lost. Faults `key-file-wrong`, `key-file-unreadable`, `key-file-missing` {path}.
 */
export function openKeyFile(path: string, tokens: Tokens, databaseUrl: string): Outcome<KeyFile, KeyFileFault> {
  try {
    // The database is looked for first: whoever makes one beside us made its key before.
    const database = statSync(databaseUrl.replace(/^file:/, ''), { throwIfNoEntry: false })
    if (database?.isFile() && database.size > 0 && !existsSync(path)) return fail('key-file-missing', { path })
    const made = makeOnce(path, tokens)
    const text = readFileSync(path, 'utf8').trim()
    if (!/^[0-9a-f]{64}$/i.test(text)) return fail('key-file-wrong', { path })
    return ok({ key: Buffer.from(text, 'hex'), made })
  } catch (error) {
    return fail('key-file-unreadable', { path, reason: codeOf(error) })
  }
}

function makeOnce(path: string, tokens: Tokens): boolean {
  // The database made beside the key is nobody else's to read either.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Written beside and linked: a link never replaces a file, and the name never stands for half a key.
  const draft = `${path}.${Buffer.from(tokens.bytes(6)).toString('hex')}`
  try {
    readFileSync(path)
    return false
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  writeFileSync(draft, `${Buffer.from(tokens.bytes(32)).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
