import { type Argon2Parameters, argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Tokens } from '@wayproof/kernel/id'

/** The work of one guess at a password. Only tests lower it; no setting of a server does. */
export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
}

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes and a parallelism of 1. Other parameters follow
 * RFC 9106.
 */
const PASSWORD_COST: PasswordCost = { memoryKib: 19 * 1024, passes: 2 }
const LANES = 1
const SALT_BYTES = 16
const TAG_BYTES = 32

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const derive = promisify((parameters: Argon2Parameters, callback: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, callback),
)

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const formOf = ({ memoryKib, passes }: PasswordCost) => `$argon2id$v=19$m=${memoryKib},t=${passes},p=${LANES}$`

/** Says whether a hash is of another kind or strength than new ones. */
export const isOutdated = (hash: string, cost = PASSWORD_COST): boolean => !hash.startsWith(formOf(cost))

/** Normalizes accents, which keyboards compose in different ways. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))

/** The hash of a password in the PHC string format. Takes 19 MiB and a thread for tens of milliseconds. */
export async function hashPassword(
  password: string,
  { bytes }: Pick<Tokens, 'bytes'>,
  cost = PASSWORD_COST,
): Promise<string> {
  const { memoryKib: memory, passes } = cost
  const nonce = bytes(SALT_BYTES)
  const parameters = { parallelism: LANES, tagLength: TAG_BYTES, memory, passes }
  return `${formOf(cost)}${base64(nonce)}$${base64(await derive({ message: bytesOf(password), nonce, ...parameters }))}`
}

/** Says whether an Argon2id hash is that of the password; null if the hash is of another kind. */
export async function matchesPassword(hash: string, password: string): Promise<boolean | null> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = FORM.exec(hash) ?? []
  if (!tag) return null
  const storedTag = Buffer.from(tag, 'base64')
  const cost = { parallelism: Number(parallelism), memory: Number(memory), passes: Number(passes) }
  const nonce = Buffer.from(salt, 'base64')
  const derivedTag = await derive({ message: bytesOf(password), nonce, tagLength: storedTag.length, ...cost })
  return timingSafeEqual(derivedTag, storedTag)
}
