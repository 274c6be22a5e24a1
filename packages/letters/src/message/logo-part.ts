import { base64Lines } from './base64-lines.ts'

/** The logo as a part of messages, prepared once for all letters. */
export interface LogoPart {
  readonly id: string
  /** Header fields and picture, lines end with CRLF. */
  readonly part: string
}

const contentId = (id: string) => `logo.${id}@wayproof`

/** The address of the logo in the HTML of the same message (RFC 2392). */
export const logoAddress = (id: string): string => `cid:${contentId(id)}`

export function logoPart(id: string, type: 'image/png' | 'image/jpeg', bytes: Uint8Array): LogoPart {
  const name = type === 'image/png' ? 'logo.png' : 'logo.jpg'
  const lines = [
    `Content-Type: ${type}; name="${name}"`,
    `Content-ID: <${contentId(id)}>`,
    `Content-Disposition: inline; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(bytes),
  ]
  return { id, part: lines.join('\r\n') }
}
