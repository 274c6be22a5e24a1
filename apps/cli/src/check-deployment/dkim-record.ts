import { createPublicKey } from 'node:crypto'

/** Returns true if the text of a DKIM record has the public key of a private key (RFC 6376, 3.6.1). */
export function fitsDkimKey(record: string, privateKey: string): boolean {
  const tags = new Map(
    record.split(';').map((tag) => {
      const at = tag.indexOf('=')
      return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s/g, '')] as const
    }),
  )
  return tags.get('p') === createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
}
