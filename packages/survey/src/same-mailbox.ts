import type { Keyring } from '@wayproof/kernel/keyring'
import { parseEmail } from './email.ts'

/**
 * A keyed hash, 32 bytes, that two spellings of one mailbox share: case, full-width forms and what stands behind a `+` do
 * not count. It knows no other alias: two addresses of one person, or dots that a provider ignores, are two mailboxes.
 */
export function mailboxHash(keyring: Keyring, email: string): Uint8Array {
  const address = parseEmail(email) ?? email.trim().toLowerCase()
  return keyring.mac('address-look-up', `mailbox ${address.replace(/(?<=^[^+@]+)\+[^@]*/, '')}`)
}
