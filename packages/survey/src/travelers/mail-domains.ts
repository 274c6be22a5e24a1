import type { macWriter } from '@wayproof/kernel/secrets/keyring'
import { isPublicMailDomain, mailDomain } from './mail-domain.ts'

/** Stored for every provider of mailboxes for everybody. */
const PUBLIC_DOMAIN = Uint8Array.of(0)

/** Enough to tell domains apart. */
const DOMAIN_BYTES = 8
/** Domains whose stored form is remembered. */
const KNOWN_DOMAINS = 10_000

/**
 * Returns the stored form of the domain of an address: a keyed hash, which no address has, because `@` begins it. `lookUp`
 * writes the hash of a text.
 */
export function mailDomains(lookUp: ReturnType<typeof macWriter>): (address: string) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  const hash = Buffer.alloc(32)
  return (address) => {
    const domain = mailDomain(address)
    const stored = known.get(domain)
    if (stored) return stored
    if (known.size === KNOWN_DOMAINS) known.clear()
    if (isPublicMailDomain(domain)) return remember(domain, PUBLIC_DOMAIN)
    lookUp(`@${domain}`, hash)
    return remember(domain, Uint8Array.from(hash.subarray(0, DOMAIN_BYTES)))
  }

  function remember(domain: string, stored: Uint8Array): Uint8Array {
    known.set(domain, stored)
    return stored
  }
}
