/** RFC 5321: a path has at most 256 octets including its brackets, a local part at most 64. */
const LONGEST = 254
const LONGEST_LOCAL = 64

// Dot-atoms only. `%` and `!` are excluded because old relays read a second destination from them.
const LOCAL = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.。｡-]+$/u
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Converts full-width forms to ASCII and nothing else: converting similar characters (a circled digit, a ligature, the
 * Kelvin sign) could name another person's mailbox.
 */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

// Matches the common case: ASCII letters only and no label that may be punycode. Only the case can differ.
const USUAL =
  /^[a-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[a-z0-9#$&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Fast path: returns the address if it certainly satisfies `LOCAL` and `DOMAIN` and its domain needs no conversion. */
function usualEmail(text: string): string | null {
  if (text.length > LONGEST || text.indexOf('@') > LONGEST_LOCAL || !USUAL.test(text)) return null
  const address = text.toLowerCase()
  return address.includes('xn--') ? null : address
}

/**
 * Parses exactly one mailbox: `local@domain` in lower-case ASCII, the domain in punycode, surrounding spaces removed.
 * Returns null for anything else. Plus-tags stay because they may be another person's. Display names, groups, comments,
 * quotes, lists and line breaks are refused, because a mail library could read another recipient from them.
 */
export function parseEmail(text: string): string | null {
  return usualEmail(text) ?? parseStrictly(text)
}

function parseStrictly(text: string): string | null {
  if (text.length > 2 * LONGEST || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return null
  const [local = '', typedDomain = '', ...extraParts] = narrow(text.trim()).split('@')
  if (extraParts.length > 0 || local.length > LONGEST_LOCAL || !LOCAL.test(local) || !DOMAIN_AS_TYPED.test(typedDomain))
    return null
  const domain = asciiDomain(typedDomain)
  if (domain === null || !DOMAIN.test(domain)) return null
  const address = `${local.toLowerCase()}@${domain}`
  return address.length <= LONGEST ? address : null
}

/**
 * Converts a domain to punycode by the rules of the WHATWG URL standard (UTS 46). Returns null if it is not a host
 * name.
 */
function asciiDomain(domain: string): string | null {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null
}
