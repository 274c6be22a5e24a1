import type { Keyring } from '../secrets/keyring.ts'
import { parseEmail } from './email.ts'

/** Names under which one provider delivers to the same mailboxes, each with the one that stands for all. */
const ONE_PROVIDER: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'protonmail.com': 'proton.me',
  'protonmail.ch': 'proton.me',
  'pm.me': 'proton.me',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
}

/** What a provider ignores in the name before the `@`. */
const IGNORED: Readonly<Record<string, RegExp>> = { 'gmail.com': /\./g, 'proton.me': /[._-]/g }

/**
 * The mailbox that an address delivers to, in one spelling: case, full-width forms and what stands behind a `+` do not
 * count, nor do dots and second domain names where a large provider ignores them. It knows no other alias: two addresses of
 * one person, or dots that another provider ignores, are two mailboxes.
 */
export function mailboxOf(email: string): string {
  const address = parseEmail(email) ?? email.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const domain = ONE_PROVIDER[address.slice(at + 1)] ?? address.slice(at + 1)
  const name = address.slice(0, at).replace(/(?<=^[^+]+)\+.*/, '')
  return `${IGNORED[domain] ? name.replace(IGNORED[domain], '') : name}@${domain}`
}

/** A keyed hash, 32 bytes, that all spellings of one mailbox share. */
export const mailboxHash = (keyring: Keyring, email: string): Uint8Array =>
  keyring.mac('address-look-up', `mailbox ${mailboxOf(email)}`)
