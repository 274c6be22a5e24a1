import { type Id, mailboxHash } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Sql } from '../engine/sql.ts'
import type { ProviderIdentity } from './provider-account.ts'

const identityHash = (keyring: Keyring, { issuer, subject }: ProviderIdentity): Uint8Array =>
  keyring.mac('address-look-up', `provider ${issuer} ${subject}`)

const IDENTITIES = `SELECT provider_id AS issuer, account_id AS subject FROM account
  WHERE user_id = ? AND provider_id <> 'credential'`

/** Inside a transaction: a user who is about to be removed does not come back by the provider. */
export function barUser(sql: Sql, keyring: Keyring, { id, email }: { readonly id: Id; readonly email: string }): void {
  const identities = sql<ProviderIdentity>(IDENTITIES).all(id)
  const hashes = [mailboxHash(keyring, email), ...identities.map((identity) => identityHash(keyring, identity))]
  for (const hash of hashes)
    sql('INSERT OR REPLACE INTO barred_sign_in (hash, former_user_id) VALUES (?, ?)').run(hash, id)
}

/** The hashes under which a removed account would be found. */
export const barHashes = (keyring: Keyring, identity: ProviderIdentity, email: string): readonly Uint8Array[] => [
  mailboxHash(keyring, email),
  identityHash(keyring, identity),
]
