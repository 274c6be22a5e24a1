import { type Argon2Parameters, argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Tokens } from '@wayproof/kernel'
import { verifyPassword } from 'better-auth/crypto'
import { inFlight } from './in-flight.ts'

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes and a parallelism of 1. Other parameters follow
 * RFC 9106.
 */
const MEMORY_KIB = 19 * 1024
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const TAG_BYTES = 32

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Two at once leave the other threads of the pool to the rest of the app; guesses were counted before. */
const MAX_AT_ONCE = 2
const MAX_WAITING = 50

const derive = promisify((parameters: Argon2Parameters, callback: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, callback),
)

export interface PasswordHashes {
  /** The hash of a password in the PHC string format. Throws TooBusy. */
  hash(password: string): Promise<string>
  /** Says whether a hash, also of an earlier version, is that of the password. Throws TooBusy. */
  verify(attempt: { readonly hash: string; readonly password: string }): Promise<boolean>
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const CURRENT = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`

/** Says whether a hash is of another kind or strength than new ones. */
export const isOutdated = (hash: string): boolean => !hash.startsWith(CURRENT)

/** Normalizes accents, which keyboards compose in different ways. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))

export function passwordHashes({ bytes }: Pick<Tokens, 'bytes'>): PasswordHashes {
  const inTurn = inFlight(MAX_AT_ONCE, MAX_WAITING)
  return {
    hash: (password) =>
      inTurn(async () => {
        const nonce = bytes(SALT_BYTES)
        const cost = { parallelism: LANES, tagLength: TAG_BYTES, memory: MEMORY_KIB, passes: PASSES }
        return `${CURRENT}${base64(nonce)}$${base64(await derive({ message: bytesOf(password), nonce, ...cost }))}`
      }),

    verify: ({ hash, password }) =>
      inTurn(async () => {
        const [, memory, passes, parallelism, salt = '', tag = ''] = FORM.exec(hash) ?? []
        if (!tag) return verifyPassword({ hash, password })
        const storedTag = Buffer.from(tag, 'base64')
        const cost = { parallelism: Number(parallelism), memory: Number(memory), passes: Number(passes) }
        const nonce = Buffer.from(salt, 'base64')
        const derivedTag = await derive({ message: bytesOf(password), nonce, tagLength: storedTag.length, ...cost })
        return timingSafeEqual(derivedTag, storedTag)
      }),
  }
}
