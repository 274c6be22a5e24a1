import type { Prisma } from '@wayproof/database/generated/client'
import type { Id } from '@wayproof/kernel/id'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { ProviderIdentity } from './provider-account.ts'

const identityHash = (keyring: Keyring, { issuer, subject }: ProviderIdentity): Uint8Array =>
  keyring.mac('address-look-up', `provider ${issuer} ${subject}`)

/** For the transaction that removes a user: bars the user from signing in again through the provider. */
export async function barUser(
  { account, barredSignIn }: Prisma.TransactionClient,
  keyring: Keyring,
  { id: formerUserId, email }: { readonly id: Id; readonly email: string },
): Promise<void> {
  const accounts = await account.findMany({ where: { userId: formerUserId, providerId: { not: 'credential' } } })
  const hashes = accounts.map(({ providerId, accountId }) =>
    identityHash(keyring, { issuer: providerId, subject: accountId }),
  )
  for (const bytes of [mailboxHash(keyring, email), ...hashes]) {
    const hash = new Uint8Array(bytes)
    await barredSignIn.upsert({ where: { hash }, create: { hash, formerUserId }, update: { formerUserId } })
  }
}

/** The hashes under which a removed account is found. */
export const barHashes = (keyring: Keyring, identity: ProviderIdentity, email: string): readonly Uint8Array[] => [
  mailboxHash(keyring, email),
  identityHash(keyring, identity),
]
