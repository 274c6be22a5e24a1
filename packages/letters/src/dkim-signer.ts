import { createPrivateKey, hash, sign } from 'node:crypto'
import type { ComposedMessage } from './compose-message.ts'
import { relaxedBody, relaxedField } from './dkim-canon.ts'

/** Signs for `d=domain`; the public half stands in the TXT record of `selector._domainkey.domain`. */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM of an RSA key, see isDkimKey. */
  readonly privateKey: string
}

/** The DKIM-Signature of a message, a field to stand before its others, without its line end. */
export type Sign = (message: Pick<ComposedMessage, 'head' | 'body'>) => string

/** Receivers take no signature of a shorter key. */
const FEWEST_BITS = 1024

export function isDkimKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= FEWEST_BITS
  } catch {
    return false
  }
}

/** Everything a reader or a mail program acts on, with both headers of one-click unsubscribing (RFC 8058, 4). */
const SIGNED = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Language',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
]

/** A line that is signed: base64 is folded after so many digits. */
const DIGITS_A_LINE = 70

/**
 * Signs by rsa-sha256 over relaxed headers and body (RFC 6376) a message whose lines end with CRLF. Throws when the key is
 * none; `Sign` throws on a message without From, rather than let it go unsigned.
 */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): Sign {
  const key = createPrivateKey(privateKey)
  return ({ head, body }) => {
    const fields = head.split(/\r\n(?![ \t])/)
    const known = new Map(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field]))
    const names = SIGNED.filter((name) => known.has(name.toLowerCase()))
    if (names[0] !== 'From') throw new Error('the message cannot be signed')
    const bodyHash = hash('sha256', Buffer.from(relaxedBody(body), 'latin1'), 'base64')
    const unsigned = [
      `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};`,
      ` h=${names.join(':\r\n  ')};`,
      ` bh=${bodyHash};`,
      ' b=',
    ].join('\r\n')
    const signed = [...names.map((name) => known.get(name.toLowerCase()) ?? ''), unsigned].map(relaxedField)
    const signature = sign('sha256', Buffer.from(signed.join('\r\n'), 'latin1'), key).toString('base64')
    return `${unsigned}${folded(signature)}`
  }
}

function folded(digits: string): string {
  const lines: string[] = []
  for (let from = 0; from < digits.length; from += DIGITS_A_LINE) lines.push(digits.slice(from, from + DIGITS_A_LINE))
  return lines.join('\r\n  ')
}
