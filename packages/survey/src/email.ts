/** RFC 5321: a path has at most 256 octets with its brackets, a local part 64. */
const LONGEST = 254
const LONGEST_LOCAL = 64

// Dot-atoms only. `%` and `!` are left out: old relays read a second destination out of them.
const LOCAL = /^[a-z0-9#$&'*+/=?^_`{|}~-]+(\.[a-z0-9#$&'*+/=?^_`{|}~-]+)*$/
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.。-]+$/u
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/** One spelling of an address: full-width letters become ASCII, all lower case, spaces around it go. Plus-tags stay. */
export function normaliseEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * Exactly one mailbox, `local@domain` in ASCII with the domain in punycode, or null. No display names, groups, comments,
 * quotes, lists or line ends: what a mail library would make of those is another person's mailbox.
 */
export function parseEmail(text: string): string | null {
  if (text.length > 2 * LONGEST || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return null
  const [local = '', typed = '', ...more] = normaliseEmail(text).split('@')
  if (more.length > 0 || local.length > LONGEST_LOCAL || !LOCAL.test(local) || !DOMAIN_AS_TYPED.test(typed)) return null
  const domain = asciiDomain(typed)
  if (domain === null || !DOMAIN.test(domain)) return null
  const address = `${local}@${domain}`
  return address.length <= LONGEST ? address : null
}

/** Punycode by the rules of WHATWG URL (UTS 46); null for what is no host name. */
function asciiDomain(domain: string): string | null {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null
}
