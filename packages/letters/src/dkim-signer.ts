import { createPrivateKey } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'

/** Signs for `d=domain`; the public half stands in the TXT record of `selector._domainkey.domain`. */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM of an RSA key, see isDkimKey. */
  readonly privateKey: string
}

/** The message with its DKIM-Signature before it. */
export type Sign = (message: Buffer) => Promise<Buffer>

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

/** Signs by rsa-sha256 over relaxed headers and body. Throws rather than let a letter go unsigned. */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): Sign {
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: SIGNED.join(':'),
  })
  return async (message) => {
    const chunks: Buffer[] = []
    for await (const chunk of dkim.sign(message)) chunks.push(chunk as Buffer)
    const signed = Buffer.concat(chunks)
    if (!signed.subarray(0, 15).equals(Buffer.from('DKIM-Signature:'))) throw new Error('the message was not signed')
    return signed
  }
}
