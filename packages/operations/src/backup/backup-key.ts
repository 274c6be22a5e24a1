import { readFileSync } from 'node:fs'
import { createFile } from '@wayproof/database/files/replace-file'
import type { Tokens } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type KeyPair, makeKeyPair, pairOf } from '@wayproof/kernel/secrets/sealed-stream'

// A key pair in two files. The public key remains on the machine and encrypts backups; the secret one decrypts them and
// is stored elsewhere.

const PUBLIC = 'wayproof-backup-public-key'
const SECRET = 'wayproof-backup-secret-key'

export interface BackupKeyFault {
  readonly code: 'backup-key-exists' | 'backup-key-missing' | 'backup-key-wrong'
  readonly figures: { readonly path: string }
}

/** Creates a key pair in new files that only their owner can read. */
export function makeBackupKeys(
  { publicFile, secretFile }: { readonly publicFile: string; readonly secretFile: string },
  tokens: Tokens,
): Outcome<null, BackupKeyFault> {
  const { publicKey, secretKey } = makeKeyPair()
  const lines = [
    [secretFile, `${SECRET} ${hex(secretKey)}\n`],
    [publicFile, `${PUBLIC} ${hex(publicKey)}\n`],
  ] as const
  for (const [path, line] of lines) if (!createFile(path, line, tokens)) return refuse('backup-key-exists', path)
  return ok(null)
}

export function readPublicKey(path: string): Outcome<Uint8Array, BackupKeyFault> {
  return readKey(path, PUBLIC)
}

export function readSecretKey(path: string): Outcome<KeyPair, BackupKeyFault> {
  const read = readKey(path, SECRET)
  return read.ok ? ok(pairOf(read.value)) : read
}

function readKey(path: string, form: string): Outcome<Uint8Array, BackupKeyFault> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return refuse('backup-key-missing', path)
  }
  const [, word, key] = /^(\S+) ([0-9a-f]{64})\s*$/.exec(text) ?? []
  return word === form && key ? ok(Buffer.from(key, 'hex')) : refuse('backup-key-wrong', path)
}

const refuse = (code: BackupKeyFault['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
