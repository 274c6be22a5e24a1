/** RFC 5321: a path has at most 256 octets with its brackets, a local part 64. */
const LONGEST = 254
const LONGEST_LOCAL = 64

// Dot-atoms only. `%` and `!` are left out: old relays read a second destination out of them.
const LOCAL = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.。｡-]+$/u
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Full-width forms as ASCII, and no more: other characters that look alike (a circled digit, a ligature, the Kelvin sign)
 * would name another person's mailbox once they were made into letters.
 */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

// What most addresses are: letters of ASCII only, and no label that may be punycode. One spelling but for the case.
const USUAL =
  /^[a-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[a-z0-9#$&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** The address where the quick way is sure of it, which is where `LOCAL` and `DOMAIN` hold and no name needs translating. */
function usualEmail(text: string): string | null {
  if (text.length > LONGEST || text.indexOf('@') > LONGEST_LOCAL || !USUAL.test(text)) return null
  const address = text.toLowerCase()
  return address.includes('xn--') ? null : address
}

/**
 * Exactly one mailbox in one spelling, or null: `local@domain` in lower-case ASCII, the domain in punycode, without the
 * spaces around it. Plus-tags stay: they may be another person's. No display names, groups, comments,
 * quotes, lists or line ends: what a mail library would make of those is another person's mailbox.
 */
export function parseEmail(text: string): string | null {
  return usualEmail(text) ?? parseStrictly(text)
}

function parseStrictly(text: string): string | null {
  if (text.length > 2 * LONGEST || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return null
  const [local = '', typed = '', ...more] = narrow(text.trim()).split('@')
  if (more.length > 0 || local.length > LONGEST_LOCAL || !LOCAL.test(local) || !DOMAIN_AS_TYPED.test(typed)) return null
  const domain = asciiDomain(typed)
  if (domain === null || !DOMAIN.test(domain)) return null
  const address = `${local.toLowerCase()}@${domain}`
  return address.length <= LONGEST ? address : null
}

/** Punycode by the rules of WHATWG URL (UTS 46); null for what is no host name. */
function asciiDomain(domain: string): string | null {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null
}
