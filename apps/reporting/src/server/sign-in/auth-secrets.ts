import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { parseEnvelope, type SecretConfig, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { AuthRecords } from './auth-parts.ts'
import { hashedCodes } from './recovery-codes.ts'

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
