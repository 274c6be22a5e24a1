import { createPrivateKey, hash, sign } from 'node:crypto'
import type { ComposedMessage } from '../message/compose-message.ts'

/** Signs for `d=domain`; the public key is in the TXT record of `selector._domainkey.domain`. */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM of an RSA key, see isDkimKey. */
  readonly privateKey: string
}

export interface DkimSigner {
  /** The message with its DKIM-Signature before the other fields. */
  sign(message: ComposedMessage): ComposedMessage
}

/** Receivers reject signatures of shorter keys. */
const FEWEST_BITS = 1024
/** The least of a new key (RFC 8301 recommends it). An installation that signs with a shorter one is only warned. */
const FEWEST_BITS_NOW = 2048

export const isDkimKey = (pem: string): boolean => bitsOf(pem) >= FEWEST_BITS

/** Says whether a usable key is too short for a new installation. */
export const isShortDkimKey = (pem: string): boolean => bitsOf(pem) < FEWEST_BITS_NOW

/** Bits of an RSA key; 0 for every other text. */
function bitsOf(pem: string): number {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    return asymmetricKeyType === 'rsa' ? (asymmetricKeyDetails?.modulusLength ?? 0) : 0
  } catch {
    return 0
  }
}

/** All fields that a reader or a mail program acts on, with both headers of one-click unsubscribing (RFC 8058, 4). */
const SIGNED = [
  'From',
  'Reply-To',
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
 * Signs messages whose lines end with CRLF by rsa-sha256 over relaxed headers and body (RFC 6376). Throws if the key is
 * invalid; `sign` throws for a message without From, so that none is sent unsigned.
 */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): DkimSigner {
  const key = createPrivateKey(privateKey)
  return {
    sign: (message) => {
      const { field, text } = begin(message, domain, selector)
      return { ...message, head: `${field}${folded(sign('sha256', text, key).toString('base64'))}\r\n${message.head}` }
    },
  }
}

/** The field up to its signature, and the text that is signed. */
function begin({ head, body }: ComposedMessage, domain: string, selector: string): { field: string; text: Buffer } {
  const fields = head.split(/\r\n(?![ \t])/)
  const fieldsByName = new Map(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field]))
  const names = SIGNED.filter((name) => fieldsByName.has(name.toLowerCase()))
  if (names[0] !== 'From') throw new Error('the message cannot be signed')
  const bodyHash = hash('sha256', Buffer.from(relaxedBody(body), 'latin1'), 'base64')
  const field = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    ` h=${names.join(':\r\n  ')};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n')
  const signed = [...names.map((name) => fieldsByName.get(name.toLowerCase()) ?? ''), field].map(relaxedField)
  return { field, text: Buffer.from(signed.join('\r\n'), 'latin1') }
}

function folded(digits: string): string {
  const lines: string[] = []
  for (let from = 0; from < digits.length; from += DIGITS_A_LINE) lines.push(digits.slice(from, from + DIGITS_A_LINE))
  return lines.join('\r\n  ')
}

// The "relaxed" forms of RFC 6376, 3.4: a relay may change white space without breaking a signature.
// Most fields and bodies need no change, so one check comes first.

/** A header field, folded or not, without its line end. */
function relaxedField(field: string): string {
  const colon = field.indexOf(':')
  const value = field.slice(colon + 1)
  const single = /[\t\r\n]| {2}/.test(value) ? value.replace(/[ \t\r\n]+/g, ' ') : value
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${single.trim()}`
}

/** A body whose lines end with CRLF, one character a byte. */
function relaxedBody(body: string): string {
  const lines = /\t| [ \r]/.test(body) ? body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n') : body
  let end = lines.endsWith(' ') ? lines.length - 1 : lines.length
  while (lines.endsWith('\r\n', end)) end -= 2
  if (end === 0) return ''
  return lines.length === end + 2 ? lines : `${lines.slice(0, end)}\r\n`
}
