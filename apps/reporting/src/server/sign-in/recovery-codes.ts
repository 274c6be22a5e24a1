import { hash } from 'node:crypto'
import type { Tokens } from '@wayproof/kernel/id'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { type SecretConfig, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { AuthCall } from './sign-in-limit.ts'

/** Marks a code that is kept as its hash. */
const HASHED = 'sha256:'

const hashed = (code: string): string =>
  code.startsWith(HASHED) ? code : `${HASHED}${hash('sha256', code, 'base64url')}`

/** Ten new codes. Each has 140 random bits, so that its hash needs no salt, and works once. */
export const newRecoveryCodes = (tokens: Tokens): string[] => Array.from({ length: 10 }, () => newSecretCode(tokens))

/** A list of recovery codes as JSON, each as its hash. */
export const hashedCodes = (json: string): string => JSON.stringify((JSON.parse(json) as string[]).map(hashed))

/** How the library keeps recovery codes: each hashed, and the list encrypted. It compares what a call gives with the list. */
export const storedCodes = (key: Promise<string | SecretConfig>) => ({
  encrypt: async (json: string) => symmetricEncrypt({ key: await key, data: hashedCodes(json) }),
  decrypt: async (data: string) => symmetricDecrypt({ key: await key, data }),
})

/** The call with the hash of its recovery code, as the list has it; undefined for every other call. */
export function hashGivenCode({ path, body }: Pick<AuthCall, 'path' | 'body'>) {
  if (path !== '/two-factor/verify-backup-code' || typeof body?.code !== 'string') return undefined
  // Earlier codes are shorter, and their case matters.
  const code = readSecretCode(body.code) ?? body.code
  return { context: { body: { ...body, code: `${HASHED}${hash('sha256', code, 'base64url')}` } } }
}
