import type { Keyring } from '../secrets/keyring.ts'
import { parseEmail } from './email.ts'

/** Domains under which one provider delivers to the same mailboxes, each with its canonical domain. */
const ONE_PROVIDER: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'protonmail.com': 'proton.me',
  'protonmail.ch': 'proton.me',
  'pm.me': 'proton.me',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'fastmail.fm': 'fastmail.com',
  ...Object.fromEntries(
    ['ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua', 'narod.ru'].map((domain) => [domain, 'yandex.ru']),
  ),
}

/** Characters in the local part that a provider ignores. */
const IGNORED: Readonly<Record<string, RegExp>> = { 'gmail.com': /\./g, 'proton.me': /[._-]/g }

/** Yahoo begins a tag with a dash. */
const YAHOO = /^(?:yahoo\.(?:[a-z]{2,3}|com?\.[a-z]{2})|ymail\.com|rocketmail\.com)$/

/** Fastmail delivers whatever stands before the name of a mailbox that is a domain of its own. */
const FASTMAIL = /^([^.]+)\.(fastmail\.(?:com|fm))$/

/**
 * Returns the canonical form of the mailbox that an address delivers to. Case, full-width forms and plus-tags are
 * ignored, as are dots, dash-tags and alias domains of large providers. Other aliases are unknown: two addresses of one
 * person, or ignored dots at another provider, give two mailboxes.
 */
export function mailboxOf(email: string): string {
  const address = parseEmail(email) ?? email.trim().toLowerCase()
  const atIndex = address.lastIndexOf('@')
  if (atIndex < 1) return address
  const [, owner, provider] = FASTMAIL.exec(address.slice(atIndex + 1)) ?? []
  const given = provider ?? address.slice(atIndex + 1)
  const domain = ONE_PROVIDER[given] ?? given
  const name = (owner ?? address.slice(0, atIndex)).replace(/(?<=^[^+]+)\+.*/, '')
  if (domain === 'yandex.ru') return `${name.replaceAll('.', '-')}@${domain}`
  if (YAHOO.test(domain)) return `${name.replace(/(?<=^[^-]+)-.*/, '')}@${domain}`
  return `${IGNORED[domain] ? name.replace(IGNORED[domain], '') : name}@${domain}`
}

/** Keyed hash (32 bytes), equal for all spellings of one mailbox. */
export const mailboxHash = (keyring: Keyring, email: string): Uint8Array =>
  keyring.mac('address-look-up', `mailbox ${mailboxOf(email)}`)
