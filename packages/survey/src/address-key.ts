import type { Keyring } from '@wayproof/kernel/keyring'
import { parseEmail } from './email.ts'

/** The keyed hash by which an address is looked up, and kept where nobody may write to it; null for what is no address. */
export function addressKey(keyring: Keyring, typed: string): Uint8Array | null {
  const email = parseEmail(typed)
  return email === null ? null : keyring.mac('address-look-up', email)
}
