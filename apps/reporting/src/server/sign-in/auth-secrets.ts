import { hash } from 'node:crypto'
import type { Id, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { parseEnvelope, type SecretConfig, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { AuthRecords } from './auth-parts.ts'
import type { AuthCall } from './sign-in-limit.ts'

/**
 * Secrets of the sign-in library. It signs cookies with the newest, so a rotation of the key ends all sessions, and
 * decrypts second factors with the one whose version they name.
 */
export function authSecrets(keyring: Keyring) {
  const values = keyring.secrets('session')
  const secrets = values.map((value, n) => ({ version: values.length - n, value }))
  // Second factors of version 0.2.0 and earlier name none.
  const [secret = ''] = values.slice(-1)
  return { secrets, secret }
}

/**
 * Encrypts with the newest secret the second factors that an earlier one encrypted, and hashes recovery codes that an
 * earlier version kept. A factor that its user changes in the meantime is left. Returns the ids of factors that no
 * secret decrypts.
 */
export async function encryptFactorsAgain(records: AuthRecords, config: SecretConfig): Promise<readonly Id[]> {
  const factors = await records.twoFactor.findMany({ select: { id: true, secret: true, backupCodes: true } })
  const unreadable: Id[] = []
  for (const factor of factors) {
    const now = await decrypted(factor, config)
    if (now === null) unreadable.push(factor.id)
    else if (!isNewest(factor, config) || now.backupCodes !== hashedCodes(now.backupCodes)) {
      const [secret, backupCodes] = await Promise.all(
        [now.secret, hashedCodes(now.backupCodes)].map((data) => symmetricEncrypt({ key: config, data })),
      )
      if (secret && backupCodes) await records.twoFactor.updateMany({ where: factor, data: { secret, backupCodes } })
    }
  }
  return unreadable
}

type Factor = Readonly<Record<'secret' | 'backupCodes', string>>

const isNewest = ({ secret, backupCodes }: Factor, { currentVersion }: SecretConfig) =>
  [secret, backupCodes].every((data) => parseEnvelope(data)?.version === currentVersion)

async function decrypted({ secret, backupCodes }: Factor, key: SecretConfig): Promise<Factor | null> {
  try {
    return {
      secret: await symmetricDecrypt({ key, data: secret }),
      backupCodes: await symmetricDecrypt({ key, data: backupCodes }),
    }
  } catch {
    return null
  }
}

/** Marks a code that is kept as its hash. */
const HASHED = 'sha256:'

const hashed = (code: string): string =>
  code.startsWith(HASHED) ? code : `${HASHED}${hash('sha256', code, 'base64url')}`

/** Ten new codes. Each has 140 random bits, so that its hash needs no salt, and works once. */
export const newRecoveryCodes = (tokens: Tokens): string[] => Array.from({ length: 10 }, () => newSecretCode(tokens))

/** A list of recovery codes as JSON, each as its hash. */
const hashedCodes = (json: string): string => JSON.stringify((JSON.parse(json) as string[]).map(hashed))

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
